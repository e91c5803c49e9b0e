//! The committees of a process: who sits in them is known to its members.

use crate::{Refusal, text_enum::text_enum};

text_enum! {
    Committee {
        Steering = "steering",
        Technical = "technical",
        /// Decides appeals against moderation.
        Ethics = "ethics",
        Citizens = "citizens",
    }
}

/// Most people in one committee.
pub const MOST: usize = 30;

/// A member is appointed: `joined` says whether the person takes part in the process (`None`: they are not of it), `seats` who sits there.
pub fn appoint(committee: &str, joined: Option<bool>, already: bool, seats: usize) -> Result<Committee, Refusal> {
    let committee: Committee = committee.parse().map_err(|_| Refusal::field("committee", "required"))?;
    if joined != Some(true) {
        Err(Refusal::field("member", "required"))
    } else if already {
        Err(Refusal::field("member", "already-appointed"))
    } else if seats >= MOST {
        Err(Refusal::field("member", "committee-full"))
    } else {
        Ok(committee)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_who_have_come_are_appointed_once() {
        assert_eq!(appoint("ethics", Some(true), false, 0), Ok(Committee::Ethics));
        assert!(appoint("moon", Some(true), false, 0).is_err());
        assert!(appoint("ethics", Some(false), false, 0).is_err());
        assert!(appoint("ethics", None, false, 0).is_err());
        assert!(appoint("ethics", Some(true), true, 1).is_err());
        assert!(appoint("ethics", Some(true), false, MOST).is_err());
    }
}
