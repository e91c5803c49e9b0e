//! Who holds the pen: who writes in the drafts of a charter's articles. What is decided of them, and when a version is made of a
//! draft, stays with the facilitators.

use crate::{Refusal, access::Who, committee::Committee, text_enum::text_enum};

text_enum! {
    #[derive(Default)]
    Pen {
        #[default]
        Facilitators = "facilitators",
        Steering = "steering",
        Technical = "technical",
        Ethics = "ethics",
        Citizens = "citizens",
        /// Everyone who takes part in the process, in whichever college.
        Everyone = "everyone",
    }
}

impl Pen {
    /// The committee whose members write, if it is one.
    pub const fn committee(self) -> Option<Committee> {
        match self {
            Pen::Steering => Some(Committee::Steering),
            Pen::Technical => Some(Committee::Technical),
            Pen::Ethics => Some(Committee::Ethics),
            Pen::Citizens => Some(Committee::Citizens),
            Pen::Facilitators | Pen::Everyone => None,
        }
    }

    /// Refuses unless the person writes in drafts; `seated` says whether they sit in the committee that holds the pen.
    pub fn must_reach(self, who: &Who, seated: bool) -> Result<(), Refusal> {
        let reached = who.is_facilitator() || (self == Pen::Everyone && who.college().is_ok()) || (self.committee().is_some() && seated);
        if reached { Ok(()) } else { Err(Refusal::forbidden()) }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{
        access::{Function, Membership},
        college::CollegeKind,
        id::{CollegeId, MemberId},
    };

    fn who(function: Function, college: bool) -> Who {
        let college = college.then_some((CollegeId(Uuid::nil()), CollegeKind::Family));
        Who { membership: Some(Membership { member: MemberId(Uuid::nil()), function, college }), ..Who::default() }
    }

    #[test]
    fn facilitators_always_write_and_others_where_the_pen_reaches_them() {
        let (facilitator, family, stranger) = (who(Function::Facilitator, false), who(Function::Participant, true), Who::default());
        for pen in Pen::ALL {
            assert!(pen.must_reach(&facilitator, false).is_ok());
            assert!(pen.must_reach(&stranger, false).is_err());
            assert_eq!(pen.must_reach(&family, false).is_ok(), *pen == Pen::Everyone);
            assert_eq!(pen.must_reach(&family, true).is_ok(), *pen != Pen::Facilitators);
        }
        assert!(Pen::Everyone.must_reach(&who(Function::Researcher, false), false).is_err());
    }
}
