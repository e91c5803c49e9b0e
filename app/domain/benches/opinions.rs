//! How long opinion groups take, from votes in memory to what each group says: `make bench` (docs/performance.md).
#![expect(clippy::unwrap_used, clippy::cast_precision_loss, reason = "a bench says so when something is amiss")]

use std::time::Instant;

use domain::opinions::{Answer, Standing, Statement, Votes, analyse, hand, priority};

/// The SplitMix64 sequence: the same votes on every machine.
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

/// Three camps with opinions of their own, a fifth of the answers by chance, one statement in `one_in` answered.
fn votes(people: u32, statements: usize, one_in: u64) -> Vec<(u32, usize, Answer)> {
    let mut state = 42;
    let camps: Vec<[Answer; 3]> = (0..statements).map(|_| [(); 3].map(|()| side(next(&mut state)))).collect();
    let mut all = Vec::new();
    for person in 0..people {
        for (statement, camp) in camps.iter().enumerate() {
            let random = next(&mut state);
            if random.is_multiple_of(one_in) {
                let own = (random >> 20).is_multiple_of(5);
                all.push((person, statement, if own { side(random >> 40) } else { camp[(person % 3) as usize] }));
            }
        }
    }
    all
}

const fn side(random: u64) -> Answer {
    match random % 5 {
        0 | 1 => Answer::Agree,
        2 | 3 => Answer::Disagree,
        _ => Answer::Pass,
    }
}

fn pipeline(people: u32, statements: usize, one_in: u64, times: u32) {
    let all = votes(people, statements, one_in);
    let flags = vec![Statement::default(); statements];
    let mut best = (f64::INFINITY, 0.0);
    let mut told = String::new();
    let mut processor = f64::INFINITY;
    for _ in 0..times {
        let given = all.clone();
        let (begun, ran) = (Instant::now(), cpu());
        let (matrix, _) = Votes::gather(statements, given);
        let gathered = begun.elapsed().as_secs_f64();
        let found = analyse(&matrix, &flags);
        let (spoken, weights) = (found.representatives(&flags), found.priorities(&flags));
        let whole = begun.elapsed().as_secs_f64();
        processor = processor.min(cpu() - ran);
        if whole < best.0 {
            best = (whole, gathered);
        }
        told = format!(
            "groups {:?}, {} of 3 speak, {} weights, {}",
            found.sizes(),
            spoken.iter().filter(|s| !s.is_empty()).count(),
            weights.len(),
            found.shown
        );
    }
    println!(
        "{people} × {statements}, {} votes: {:.3} s ({processor:.3} s of processor), of it {:.3} s to put them in order; {told}; peak {} MiB",
        all.len(),
        best.0,
        best.1,
        peak()
    );
}

/// Seconds of processor time so far: what other programs take does not count.
fn cpu() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    stat.split_whitespace().next().and_then(|ns| ns.parse::<f64>().ok()).unwrap_or(0.0) / 1e9
}

/// The most memory this program has held, votes as they came included.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    line.and_then(|line| line.split_whitespace().nth(1)).and_then(|kib| kib.parse::<u64>().ok()).unwrap_or(0) / 1024
}

fn next_statement() {
    let mut state = 7;
    let standings: Vec<Standing> = (0..2_000)
        .map(|_| {
            let seen = i64::try_from(next(&mut state) % 500).unwrap();
            Standing { agree: seen / 2, pass: seen / 9, seen, extremity: (next(&mut state) % 300) as f64 / 100.0, meta: false }
        })
        .collect();
    let mut times: Vec<f64> = (0..1_000)
        .map(|_| {
            let begun = Instant::now();
            let weights: Vec<f64> = standings.iter().map(|standing| priority(*standing)).collect();
            let drawn = hand(&weights, 12, next(&mut state));
            std::hint::black_box(drawn);
            begun.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    println!("twelve of 2,000 statements, weighed and drawn: median {:.3} ms, p99 {:.3} ms", times[500], times[990]);
}

fn main() {
    next_statement();
    pipeline(2_000, 900, 10, 5);
    pipeline(2_000, 900, 1, 3);
    pipeline(100_000, 1_000, 10, 1);
}
