//! `bindgen INPUT.wasm OUT_DIR`: writes `palabre.js` and `palabre_bg.wasm` for the browser.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(input), Some(out)) = (arguments.next(), arguments.next()) else {
        return Err("usage: bindgen INPUT.wasm OUT_DIR".into());
    };
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    bindgen.input_path(input).web(true)?.typescript(false).remove_name_section(true).out_name("palabre");
    bindgen.generate(out)?;
    Ok(())
}
