//! The works as tokio tasks: `peer [multi] WORK ROUNDS SIZE...`.
//!
//! The runtime has one thread, or with `multi` as the first word as many as there are processors.

mod nesting;
mod sleeping;
mod switching;

use std::time::Instant;
use tokio::runtime::{Builder, Runtime};

/// How long a round took, what was to be done, and what was counted while doing it.
pub struct Round {
    pub seconds: f64,
    pub ops: u64,
    pub check: u64,
}

impl Round {
    pub fn since(start: Instant, ops: u64, check: u64) -> Round {
        Round { seconds: start.elapsed().as_secs_f64(), ops, check }
    }
}

fn run(runtime: &Runtime, work: &str, sizes: &[u64]) -> Option<Round> {
    // What the main task spawns must run beside it, so it is a task itself.
    macro_rules! task {
        ($work:expr) => {
            runtime.block_on(async { tokio::spawn($work).await.unwrap() })
        };
    }
    Some(match work {
        "W1" => task!(sleeping::equal_deadlines(sizes[0], sizes[1])),
        "W1s" => task!(sleeping::staggered_deadlines(sizes[0], sizes[1])),
        "W2a" => task!(switching::one_after_the_other(sizes[0])),
        "W2b" => task!(switching::gathered(sizes[0], sizes[1])),
        "W3" => task!(switching::yields(sizes[0], sizes[1])),
        "W4" => task!(switching::round_trips(sizes[0])),
        "W5" => task!(nesting::calls_that_end_at_once(sizes[0], sizes[1])),
        "W5y" => task!(nesting::calls_that_yield(sizes[0], sizes[1])),
        "W6" => task!(sleeping::short_sleeps(sizes[0])),
        "W7c" => task!(sleeping::cancel_sleepers(sizes[0])),
        "W7t" => task!(sleeping::timeouts(sizes[0])),
        "W8" => task!(switching::from_threads(sizes[0], sizes[1])),
        _ => return None,
    })
}

fn peak_kib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok()).unwrap_or(0)
}

fn main() {
    let mut args: Vec<String> = std::env::args().skip(1).collect();
    let multi = args.first().is_some_and(|arg| arg == "multi");
    if multi {
        args.remove(0);
    }
    if args.len() < 3 {
        eprintln!("Usage: [multi] WORK ROUNDS SIZE...");
        std::process::exit(2);
    }
    let peer = if multi { "tokio multi" } else { "tokio" };
    let runtime = if multi { Builder::new_multi_thread() } else { Builder::new_current_thread() }.enable_time().build().unwrap();
    let work = args[0].as_str();
    let numbers: Vec<u64> = args[1..].iter().map(|arg| arg.parse().expect("a size is a number")).collect();

    let mut seconds = Vec::new();
    let mut ops = 0;
    for _ in 0..numbers[0] {
        let Some(round) = run(&runtime, work, &numbers[1..]) else {
            eprintln!("No such work: {work}");
            std::process::exit(2);
        };
        if round.check != round.ops {
            eprintln!("{peer} {work}: counted {} instead of {}.", round.check, round.ops);
            std::process::exit(1);
        }
        seconds.push(round.seconds);
        ops = round.ops;
    }
    let cold = seconds[0];
    let mut later = seconds.split_off(seconds.len() / 2);
    later.sort_by(f64::total_cmp);
    let warm = later[later.len() / 2];
    let per_op = 1e9 / ops as f64;
    println!(
        r#"{{"work":"{work}","peer":"{peer}","ops":{ops},"seconds":{warm:.6},"ns_per_op":{:.2},"cold_ns_per_op":{:.2},"peak_kib":{},"check":{ops}}}"#,
        warm * per_op,
        cold * per_op,
        peak_kib()
    );
}
