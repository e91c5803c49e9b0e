//! `bindgen INPUT.wasm OUT_DIR NAME`: writes `NAME.js` and `NAME_bg.wasm` for the browser.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(input), Some(out), Some(name)) = (arguments.next(), arguments.next(), arguments.next()) else {
        return Err("usage: bindgen INPUT.wasm OUT_DIR NAME".into());
    };
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    bindgen.input_path(input).web(true)?.typescript(false).remove_name_section(true).out_name(&name);
    bindgen.generate(out)?;
    Ok(())
}
