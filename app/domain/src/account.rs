//! Accounts: what an e-mail address, a name and a password must be.

use crate::{Problem, Refusal, refusal::Problems, text, text_enum::text_enum};

text_enum! {
    /// What a link sent by e-mail is for. Each serves once.
    Purpose {
        /// The address is mine.
        Verify = "verify",
        /// I forgot my password.
        Reset = "reset",
        /// I come to a process.
        Invitation = "invitation",
    }
}

impl Purpose {
    /// How long the link holds, in milliseconds.
    pub const fn life(self) -> i64 {
        const HOUR: i64 = 3_600_000;
        match self {
            Purpose::Verify => 7 * 24 * HOUR,
            Purpose::Reset => 2 * HOUR,
            Purpose::Invitation => 30 * 24 * HOUR,
        }
    }
}

/// Shortest password, in characters: length is what makes it hard to guess.
pub const PASSWORD_MIN: usize = 10;
/// Longest password: longer ones only cost hashing time.
pub const PASSWORD_MAX: usize = 200;

/// Trims and lowers; wants something around one `@`, a dot behind it, no blanks, at most 254 characters (RFC 5321).
pub fn email(field: &str, typed: &str) -> Result<String, Problem> {
    let email = text::required(field, typed, 254)?.to_lowercase();
    let well_formed = email.split_once('@').is_some_and(|(local, host)| {
        !local.is_empty()
            && local.len() <= 64
            && host.contains('.')
            && !host.starts_with('.')
            && !host.ends_with('.')
            && !host.contains('@')
    });
    if well_formed && !email.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | ',' | ';' | '"')) {
        Ok(email)
    } else {
        Err(Problem::new(field, "not-an-email"))
    }
}

/// A first name or an alias.
pub fn name(field: &str, typed: &str) -> Result<String, Problem> {
    text::required(field, typed, text::NAME)
}

/// A new password: long enough, not the e-mail address.
pub fn password(field: &str, typed: &str, email: &str) -> Result<String, Problem> {
    let length = typed.chars().count();
    if length < PASSWORD_MIN {
        Err(Problem::new(field, "password-short").with("min", PASSWORD_MIN))
    } else if length > PASSWORD_MAX {
        Err(Problem::new(field, "too-long").with("max", PASSWORD_MAX).with("length", length))
    } else if !email.is_empty() && typed.to_lowercase() == email {
        Err(Problem::new(field, "password-is-email"))
    } else {
        Ok(typed.to_owned())
    }
}

/// Somebody who signs up.
pub struct Newcomer {
    pub name: String,
    pub email: String,
    pub password: String,
}

pub fn sign_up(name_typed: &str, email_typed: &str, password_typed: &str) -> Result<Newcomer, Refusal> {
    let mut problems = Problems::new();
    let name = problems.take(name("name", name_typed));
    let email = problems.take(email("email", email_typed));
    let password = problems.take(password("password", password_typed, email.as_deref().unwrap_or_default()));
    match (name, email, password) {
        (Some(name), Some(email), Some(password)) => Ok(Newcomer { name, email, password }),
        _ => Err(problems.refusal()),
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(" Nadia@Example.org ", true)]
    #[case("nadia@example", false)]
    #[case("nadia@@example.org", false)]
    #[case("a b@example.org", false)]
    #[case("x@example.org,y@example.org", false)]
    fn recognises_an_email(#[case] typed: &str, #[case] holds: bool) {
        assert_eq!(email("email", typed).is_ok(), holds);
    }

    #[test]
    fn a_password_is_long_and_not_the_email() {
        assert!(password("password", "tilleul-et-noisette", "a@b.fr").is_ok());
        assert_eq!(password("password", "court", "a@b.fr").unwrap_err().key, "password-short");
        assert_eq!(password("password", "nadia@example.org", "nadia@example.org").unwrap_err().key, "password-is-email");
    }

    #[test]
    fn signing_up_tells_every_problem_at_once() {
        let fields = |refusal: Refusal| refusal.problems.into_iter().map(|problem| problem.field).collect::<Vec<_>>();
        assert_eq!(sign_up("", "x", "court").map_err(fields).err(), Some(vec!["name".into(), "email".into(), "password".into()]));
        assert!(sign_up("Nadia", "nadia@example.org", "Nadia@Example.org").is_err());
        assert!(sign_up("Nadia", "nadia@example.org", "tilleul et noisette").is_ok());
    }
}
