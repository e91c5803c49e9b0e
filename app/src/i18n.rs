//! Texts of the screens, in Fluent files under `locales/`; French first.

use std::{borrow::Cow, collections::HashMap};

use fluent_templates::{LanguageIdentifier, Loader, fluent_bundle::FluentValue, langid, static_loader};

static_loader! {
    static LOCALES = {
        locales: "./locales",
        fallback_language: "fr",
        // No invisible isolation marks around names and numbers: pages set `dir` and `bdi` themselves.
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

static FR: LanguageIdentifier = langid!("fr");
static EN: LanguageIdentifier = langid!("en");

/// A language of the screens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    Fr,
    En,
}

impl Lang {
    pub const ALL: [Lang; 2] = [Lang::Fr, Lang::En];

    pub const fn tag(self) -> &'static str {
        match self {
            Lang::Fr => "fr",
            Lang::En => "en",
        }
    }

    /// How speakers call their language.
    pub const fn own_name(self) -> &'static str {
        match self {
            Lang::Fr => "Français",
            Lang::En => "English",
        }
    }

    pub fn parse(tag: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.tag() == tag)
    }

    /// The first language of a browser's list that we have; French when there is none.
    pub fn from_browser(accept_language: &str) -> Lang {
        accept_language
            .split(',')
            .filter_map(|part| {
                let mut parts = part.trim().split(";q=");
                let tag = parts.next()?.split('-').next()?;
                let weight: f32 = parts.next().and_then(|q| q.trim().parse().ok()).unwrap_or(1.0);
                Lang::parse(&tag.to_ascii_lowercase()).map(|lang| (lang, weight))
            })
            .fold(None, |best: Option<(Lang, f32)>, (lang, weight)| match best {
                Some((_, other)) if other >= weight => best,
                _ => Some((lang, weight)),
            })
            .map_or(Lang::Fr, |(lang, _)| lang)
    }

    fn id(self) -> &'static LanguageIdentifier {
        match self {
            Lang::Fr => &FR,
            Lang::En => &EN,
        }
    }

    /// The text of a key; the key itself if there is none (a test sees to it that there is).
    pub fn text(self, key: &str) -> String {
        LOCALES.try_lookup(self.id(), key).unwrap_or_else(|| key.to_owned())
    }

    pub fn text_with(self, key: &str, args: &HashMap<Cow<'static, str>, FluentValue<'_>>) -> String {
        LOCALES.try_lookup_with_args(self.id(), key, args).unwrap_or_else(|| key.to_owned())
    }

    /// The text of one word of a family of keys, such as a state of a round: `of("round-state", "open")` reads
    /// `round-state-open`.
    pub fn of(self, family: &str, word: &str) -> String {
        self.text(&format!("{family}-{}", word.replace('_', "-")))
    }

    /// What is wrong, in words.
    pub fn problem(self, problem: &domain::Problem) -> String {
        // A facilitator's own words come in the languages they were written in.
        let words =
            |tag: &str| problem.args.iter().find(|(name, _)| name.strip_prefix("words-") == Some(tag)).map(|(_, words)| words.as_str());
        let own = words(self.tag())
            .or_else(|| words("fr"))
            .or_else(|| problem.args.iter().find(|(name, _)| name.starts_with("words-")).map(|(_, words)| words.as_str()));
        let args = problem
            .args
            .iter()
            .filter(|(name, _)| !name.starts_with("words-"))
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .chain(own.map(|own| ("words", own)))
            .map(|(name, value)| {
                (Cow::Owned(name.to_owned()), value.parse::<i64>().map_or_else(|_| FluentValue::from(value), FluentValue::from))
            })
            .collect();
        self.text_with(&format!("problem-{}", problem.key), &args)
    }
}

/// A text of the screens: `t!(lang, "key")` or `t!(lang, "key", name = value)`.
macro_rules! t {
    ($lang:expr, $key:literal) => {
        $lang.text($key)
    };
    ($lang:expr, $key:literal, $($name:ident = $value:expr),+ $(,)?) => {
        $lang.text_with($key, &std::collections::HashMap::from([
            $((std::borrow::Cow::Borrowed(stringify!($name)), fluent_templates::fluent_bundle::FluentValue::from($value))),+
        ]))
    };
}

pub(crate) use t;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn picks_the_browsers_favourite_that_we_have() {
        assert_eq!(Lang::from_browser("de-DE,en;q=0.7,fr;q=0.3"), Lang::En);
        assert_eq!(Lang::from_browser("ar"), Lang::Fr);
        assert_eq!(Lang::from_browser("fr-CA,fr;q=0.9,en;q=0.8"), Lang::Fr);
        assert_eq!(Lang::from_browser(""), Lang::Fr);
    }
}
