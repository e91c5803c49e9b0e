//! Mails that don't leave at once.

/// Minutes to wait after each failure: soon at first, then rarer, two days in all.
const WAITS: [i64; 10] = [1, 5, 30, 60, 120, 240, 480, 720, 720, 504];

/// How long to wait after the `tries`th try failed, in milliseconds; `None` to give up.
pub fn wait_after(tries: i64) -> Option<i64> {
    let index = usize::try_from(tries - 1).ok()?;
    WAITS.get(index).map(|minutes| minutes * 60_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_one_five_and_thirty_minutes_then_gives_up_after_two_days() {
        assert_eq!((1..=3).map(wait_after).collect::<Vec<_>>(), [Some(60_000), Some(300_000), Some(1_800_000)]);
        let days = (1..).map_while(wait_after).sum::<i64>() as f64 / 86_400_000.0;
        assert_eq!(days, 2.0);
        assert_eq!(wait_after(0), None);
    }
}
