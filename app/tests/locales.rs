//! The texts of the screens: French and English say the same things, nothing is missing, nothing is left over.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use fluent_syntax::{ast, parser};
use regex::Regex;

/// Key → the variables it mentions.
type Texts = BTreeMap<String, BTreeSet<String>>;

fn texts(lang: &str) -> Texts {
    let mut texts = Texts::new();
    for file in files(&root().join("locales").join(lang), "ftl") {
        let source = fs::read_to_string(&file).unwrap();
        let resource = parser::parse(source.as_str()).unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", file.display()));
        for entry in &resource.body {
            if let ast::Entry::Message(message) = entry {
                let tree = format!("{:?}", message.value);
                let variables = all(r#"VariableReference \{ id: Identifier \{ name: "(\w+)""#, &tree);
                assert!(texts.insert(message.id.name.to_owned(), variables).is_none(), "{} stands twice in {lang}", message.id.name);
            }
        }
    }
    texts
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|e| e == ending) {
            found.push(path);
        }
    }
    found
}

fn sources() -> String {
    ["src", "domain/src", "store/src", "../server/src"]
        .iter()
        .flat_map(|folder| files(&root().join(folder), "rs"))
        .map(|file| fs::read_to_string(file).unwrap())
        .flat_map(|source| source.lines().filter(|line| !line.trim_start().starts_with("//")).map(str::to_owned).collect::<Vec<_>>())
        .collect::<Vec<_>>()
        .join("\n")
}

fn all(pattern: &str, source: &str) -> BTreeSet<String> {
    Regex::new(pattern).unwrap().captures_iter(source).map(|found| found[1].to_owned()).collect()
}

#[test]
fn french_and_english_have_the_same_keys_and_variables() {
    let (fr, en) = (texts("fr"), texts("en"));
    let keys = |texts: &Texts| texts.keys().cloned().collect::<BTreeSet<_>>();
    assert_eq!(keys(&fr).symmetric_difference(&keys(&en)).collect::<Vec<_>>(), Vec::<&String>::new(), "in one language only");
    for (key, variables) in &fr {
        assert_eq!(variables, &en[key], "variables of {key}");
    }
}

#[test]
fn no_key_is_missing() {
    let (fr, source) = (texts("fr"), sources());
    let mut wanted = all(r#"t!\(\s*[^,"]+,\s*"([a-z0-9-]+)""#, &source);
    wanted.extend(all(r#"lang\.text\("([a-z0-9-]+)"\)"#, &source));
    for pattern in [
        r#"Problem::new\(\s*[^,]+,\s*"([a-z-]+)""#,
        r#"Refusal::conflict\("([a-z-]+)""#,
        r#"Refusal::field\([^,]+,\s*"([a-z-]+)""#,
        r#"Refusal::new\(\s*(?:crate::|domain::)?Kind::\w+,\s*"([a-z-]+)""#,
    ] {
        wanted.extend(all(pattern, &source).into_iter().map(|key| format!("problem-{key}")));
    }
    let missing: Vec<_> = wanted.iter().filter(|key| !fr.contains_key(*key)).collect();
    assert!(wanted.len() > 50 && missing.is_empty(), "missing: {missing:?}");
    let empty: Vec<_> =
        families(&source).into_iter().filter(|family| !fr.keys().any(|key| key.starts_with(&format!("{family}-")))).collect();
    assert!(empty.is_empty(), "families without a text: {empty:?}");
}

#[test]
fn no_key_is_left_over() {
    let source = sources();
    let families = families(&source);
    let unused: Vec<_> = texts("fr")
        .into_keys()
        .filter(|key| {
            let bare = key.strip_prefix("problem-").unwrap_or(key);
            !source.contains(&format!("\"{bare}\"")) && !families.iter().any(|family| key.starts_with(&format!("{family}-")))
        })
        .collect();
    assert!(unused.is_empty(), "unused: {unused:?}");
}

fn families(source: &str) -> BTreeSet<String> {
    // `known` is `of` for words that may have no text, as the journal's.
    all(r#"(?:\.of\(|known\([a-z.]+,)\s*"([a-z0-9-]+)""#, source)
}

/// As French is set: no line of a screen begins with ":" or "»".
#[test]
fn french_marks_do_not_part_from_their_words() {
    let loose = [" :", " ;", " ?", " !", " »", "« "];
    for file in files(&root().join("locales/fr"), "ftl") {
        for (at, line) in fs::read_to_string(&file).unwrap().lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
            assert!(!loose.iter().any(|mark| line.contains(mark)), "{}, line {}: {line}", file.display(), at + 1);
        }
    }
}
