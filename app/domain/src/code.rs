//! Access codes: what is printed on a card, such as `K7QM-4T2X-9HDR`.
//!
//! Eleven characters are drawn at random (53 bits), the twelfth checks them.

use std::fmt;

use crate::Problem;

/// Digits and capitals without those that are taken for one another: no 0 or O, no 1, I or L, no S (5), no Z (2).
///
/// Twenty-nine is a prime, so that arithmetic modulo the length of this alphabet is that of a field; see [`balance`].
const ALPHABET: &[u8; 29] = b"23456789ABCDEFGHJKMNPQRTUVWXY";
const PRIME: u32 = 29;
const LENGTH: usize = 12;
/// How many codes there are: 29 to the power of 11.
const CODES: u128 = 29u128.pow(LENGTH as u32 - 1);

/// A well-formed code. Whether there is such a card is for `store` to say.
#[derive(Clone, PartialEq, Eq)]
pub struct Code([u8; LENGTH]);

impl Code {
    /// The code that random bytes stand for. There are so many more bytes than codes (2^128 to 2^53) that no code is likelier
    /// than another by a measurable amount.
    pub fn from_random(random: [u8; 16]) -> Code {
        Code::from_number(u128::from_le_bytes(random))
    }

    /// The code of a number, modulo how many codes there are.
    pub(crate) fn from_number(number: u128) -> Code {
        let mut rest = number % CODES;
        let mut digits = [0; LENGTH];
        for digit in &mut digits[..LENGTH - 1] {
            *digit = u8::try_from(rest % u128::from(PRIME)).unwrap_or_default();
            rest /= u128::from(PRIME);
        }
        // The check character weighs one: it is what the others lack to make a multiple of the prime.
        digits[LENGTH - 1] = u8::try_from((PRIME - balance(&digits)) % PRIME).unwrap_or_default();
        Code(digits.map(|digit| ALPHABET[usize::from(digit)]))
    }

    /// The number it was made of.
    pub(crate) fn number(&self) -> u128 {
        let digits = self.0[..LENGTH - 1].iter().rev();
        digits.fold(0, |number, &c| number * u128::from(PRIME) + u128::from(digit(char::from(c)).unwrap_or_default()))
    }

    /// Reads what a person typed: in small letters or capitals, with or without dashes and blanks, S for 5 and Z for 2.
    pub fn parse(field: &str, typed: &str) -> Result<Code, Problem> {
        let characters: Vec<char> = typed.chars().filter_map(meant).take(LENGTH * 2).collect();
        if characters.is_empty() {
            return Err(Problem::new(field, "required"));
        }
        let known: Vec<u8> = characters.iter().filter_map(|&c| digit(c)).collect();
        if let Some(stranger) = characters.iter().find(|&&c| digit(c).is_none()) {
            return Err(Problem::new(field, "code-character").with("character", stranger));
        }
        let digits: [u8; LENGTH] =
            known.try_into().map_err(|_| Problem::new(field, "code-length").with("length", characters.len()).with("expected", LENGTH))?;
        if balance(&digits) == 0 {
            Ok(Code(digits.map(|digit| ALPHABET[usize::from(digit)])))
        } else {
            Err(Problem::new(field, "code-mistyped"))
        }
    }

    /// The twelve characters without dashes: what is hashed.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.as_str();
        write!(f, "{}-{}-{}", &text[..4], &text[4..8], &text[8..])
    }
}

/// Says nothing: a code is a secret, and debug output ends in logs.
impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(…)")
    }
}

/// The sum of the digits weighted 12, 11 … 1, modulo the prime, as in an ISBN-10: zero for a well-formed code.
///
/// A digit replaced changes the sum by weight × difference, two exchanged by difference of weights × difference of digits.
/// Neither factor is a multiple of the prime, so neither is the product: every single substitution and every exchange of two
/// characters, neighbours or not, is caught.
fn balance(digits: &[u8; LENGTH]) -> u32 {
    (1u32..).zip(digits.iter().rev()).map(|(weight, &digit)| weight * u32::from(digit)).sum::<u32>() % PRIME
}

fn digit(c: char) -> Option<u8> {
    ALPHABET.iter().position(|&known| char::from(known) == c).and_then(|at| u8::try_from(at).ok())
}

/// The character a typed one stands for; `None` for what only separates.
fn meant(typed: char) -> Option<char> {
    match typed.to_ascii_uppercase() {
        'S' => Some('5'),
        'Z' => Some('2'),
        c if c.is_whitespace() || c.is_control() || matches!(c, '-' | '‐' | '‑' | '–' | '—' | '_' | '.' | '\u{200b}') => None,
        c => Some(c),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    fn parse(typed: &str) -> Result<Code, String> {
        Code::parse("code", typed).map_err(|problem| problem.key)
    }

    /// The code with the character at `at` replaced by another of the alphabet.
    fn replaced(code: &Code, at: usize, by: usize) -> String {
        let mut text: Vec<u8> = code.as_str().bytes().collect();
        text[at] = ALPHABET[(digit(char::from(text[at])).unwrap() as usize + by) % ALPHABET.len()];
        String::from_utf8(text).unwrap()
    }

    #[test]
    fn there_are_at_least_fifty_bits() {
        const { assert!(CODES > 1 << 50) };
    }

    #[rstest]
    #[case("", "required")]
    #[case(" - ", "required")]
    #[case("K7QM-4T2X-9HD", "code-length")]
    #[case("K7QM-4T2X-9HDRR", "code-length")]
    #[case("K7QM-4T2X-9HO0", "code-character")]
    #[case("é", "code-character")]
    fn says_what_is_wrong(#[case] typed: &str, #[case] key: &str) {
        assert_eq!(parse(typed).unwrap_err(), key);
    }

    #[test]
    fn debug_output_keeps_the_secret() {
        assert_eq!(format!("{:?}", Code::from_random([7; 16])), "Code(…)");
    }

    proptest! {
        #[test]
        fn reads_what_it_prints(random: [u8; 16]) {
            let code = Code::from_random(random);
            let printed = code.to_string();
            prop_assert_eq!(printed.len(), 14);
            for typed in [printed.clone(), printed.to_lowercase(), printed.replace('-', " "), format!("  {} ", printed.replace('-', "—")),
                printed.replace('5', "s").replace('2', "Z")] {
                prop_assert_eq!(parse(&typed), Ok(code.clone()));
            }
        }

        #[test]
        fn catches_every_single_substitution(random: [u8; 16], at in 0usize..LENGTH, by in 1usize..29) {
            prop_assert_eq!(parse(&replaced(&Code::from_random(random), at, by)), Err("code-mistyped".to_owned()));
        }

        #[test]
        fn catches_every_exchange_of_two(random: [u8; 16], a in 0usize..LENGTH, b in 0usize..LENGTH) {
            let code = Code::from_random(random);
            let mut text: Vec<char> = code.as_str().chars().collect();
            prop_assume!(text[a] != text[b]);
            text.swap(a, b);
            prop_assert_eq!(parse(&text.into_iter().collect::<String>()), Err("code-mistyped".to_owned()));
        }
    }
}
