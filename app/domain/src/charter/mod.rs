//! Charters: articles in versions, stances, ratification by each college.

pub mod adoption;
pub mod amendment;
#[cfg(feature = "server")]
pub mod anchor;
pub mod article;
#[cfg(feature = "server")]
pub mod canonical;
pub mod chapter;
pub mod definition;
#[cfg(feature = "server")]
pub mod diff;
#[cfg(feature = "server")]
pub mod document;
#[cfg(feature = "draft")]
pub mod draft;
#[cfg(feature = "server")]
pub mod excerpt;
pub mod markup;
#[cfg(feature = "server")]
pub mod merge;
pub mod objection;
#[cfg(feature = "server")]
pub mod passages;
pub mod pen;
pub mod ratification;
pub mod rules;
pub mod stance;
pub mod status;
#[cfg(feature = "server")]
pub mod takeover;
#[cfg(feature = "server")]
pub mod trace;
#[cfg(feature = "draft")]
pub mod wire;

use serde::{Deserialize, Serialize};

use crate::{Problem, Refusal, lang::LangText, refusal::Problems, text};

/// What frames a charter beside its articles: preamble, quorum, threshold. Fixed once the round opens: nobody learns the rule of a
/// decision after it was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Frame {
    pub preamble: LangText,
    /// Least share of a college's members who take a stance on an article.
    pub quorum_percent: u8,
    /// Least share of those who spoke for or against it who agree, with or without reservation.
    pub threshold_percent: u8,
    /// What is decided on, how, and whose bars differ from these two.
    pub rules: rules::Rules,
}

impl Default for Frame {
    /// Half of each college takes part, two thirds of it agree.
    fn default() -> Self {
        Frame { preamble: LangText::default(), quorum_percent: 50, threshold_percent: 66, rules: rules::Rules::default() }
    }
}

impl Frame {
    /// A frame as typed.
    pub fn typed(preamble: &LangText, quorum_percent: &str, threshold_percent: &str) -> Result<Frame, Refusal> {
        let mut problems = Problems::new();
        let preamble = preamble.typed("preamble", text::BODY, false, &mut problems);
        let quorum_percent = problems.take(percent("quorum_percent", quorum_percent));
        let threshold_percent = problems.take(percent("threshold_percent", threshold_percent));
        problems.check()?;
        let (quorum_percent, threshold_percent) = (quorum_percent.unwrap_or_default(), threshold_percent.unwrap_or_default());
        Ok(Frame { preamble, quorum_percent, threshold_percent, ..Frame::default() })
    }
}

/// A whole share from 1 to 100: nought would let a college be decided for without a word from it.
fn percent(field: &str, typed: &str) -> Result<u8, Problem> {
    typed
        .trim()
        .trim_end_matches('%')
        .trim_end()
        .parse()
        .ok()
        .filter(|share| (1..=100).contains(share))
        .ok_or_else(|| Problem::new(field, "not-a-percentage"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_wants_whole_shares_from_1_to_100() {
        let frame = Frame::typed(&LangText::of("fr", " Ensemble. "), " 50 % ", "66").unwrap();
        assert_eq!((frame.quorum_percent, frame.threshold_percent), (50, 66));
        assert_eq!(frame.preamble.exact("fr"), Some("Ensemble."));
        for wrong in ["0", "101", "-1", "12,5", "", "½", "300"] {
            let refusal = Frame::typed(&LangText::default(), wrong, wrong).unwrap_err();
            assert_eq!(refusal.problems.iter().map(|p| p.field.as_str()).collect::<Vec<_>>(), ["quorum_percent", "threshold_percent"]);
        }
    }

    #[test]
    fn an_empty_frame_reads_as_the_default() {
        assert_eq!(serde_json::from_str::<Frame>("{}").unwrap(), Frame::default());
    }
}
