//! Earlier answers in later texts: `{code}` in a label stands for what was answered to the question `code`.

/// The codes that a text names, in their order.
pub fn codes(text: &str) -> Vec<&str> {
    pieces(text).into_iter().filter_map(|(_, code)| code).collect()
}

/// The text with each named code replaced by what `answer` gives for it.
pub fn fill(text: &str, answer: impl Fn(&str) -> String) -> String {
    pieces(text).into_iter().map(|(words, code)| code.map_or_else(|| words.to_owned(), |code| format!("{words}{}", answer(code)))).collect()
}

/// Words, each followed by a code or by the end. Braces around anything but a code are words.
fn pieces(text: &str) -> Vec<(&str, Option<&str>)> {
    let (mut pieces, mut start, mut from) = (Vec::new(), 0, 0);
    while let Some(open) = text[from..].find('{').map(|at| from + at) {
        let code = text[open + 1..].split_once('}').map(|(code, _)| code).filter(|code| is_key(code));
        match code {
            Some(code) => {
                pieces.push((&text[start..open], Some(code)));
                start = open + code.len() + 2;
                from = start;
            }
            None => from = open + 1,
        }
    }
    pieces.push((&text[start..], None));
    pieces
}

fn is_key(code: &str) -> bool {
    !code.is_empty() && code.split('.').all(super::code::well_formed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_found_and_filled() {
        let text = "Vous avez {enfants} enfants { ou pas } à {lieu.ville}{x";
        assert_eq!(codes(text), ["enfants", "lieu.ville"]);
        assert_eq!(fill(text, |code| code.to_uppercase()), "Vous avez ENFANTS enfants { ou pas } à LIEU.VILLE{x");
        assert_eq!(fill("é{}{{a}", |_| "b".into()), "é{}{b");
    }
}
