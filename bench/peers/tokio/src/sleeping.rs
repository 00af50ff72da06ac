//! W1, W1s, W6, W7: waits for the clock.

use crate::Round;
use std::time::{Duration, Instant};
use tokio::time::{sleep, timeout};

/// W1: many tasks with the same sleep, in milliseconds.
pub async fn equal_deadlines(tasks: u64, millis: u64) -> Round {
    sleepers(tasks, move |_| Duration::from_millis(millis)).await
}

/// W1s: the same, spread over a second.
pub async fn staggered_deadlines(tasks: u64, millis: u64) -> Round {
    sleepers(tasks, move |i| Duration::from_millis(millis) + Duration::from_secs(1).mul_f64(i as f64 / tasks as f64)).await
}

async fn sleepers(tasks: u64, duration: impl Fn(u64) -> Duration) -> Round {
    let start = Instant::now();
    let handles: Vec<_> = (0..tasks)
        .map(|i| {
            let duration = duration(i);
            tokio::spawn(async move {
                sleep(duration).await;
                1
            })
        })
        .collect();
    let mut slept = 0;
    for handle in handles {
        slept += handle.await.unwrap();
    }
    let seconds = start.elapsed().as_secs_f64() - duration(tasks - 1).as_secs_f64();
    Round { seconds, ops: tasks, check: slept }
}

/// W6: sleeps of a millisecond, one after the other.
pub async fn short_sleeps(sleeps: u64) -> Round {
    let start = Instant::now();
    let mut count = 0;
    for _ in 0..sleeps {
        sleep(Duration::from_millis(1)).await;
        count += 1;
    }
    Round::since(start, sleeps, count)
}

/// W7c: cancel tasks that sleep, and wait for the last of them; that they were made is not in the time.
pub async fn cancel_sleepers(tasks: u64) -> Round {
    let handles: Vec<_> = (0..tasks).map(|_| tokio::spawn(sleep(Duration::from_secs(3600)))).collect();
    tokio::task::yield_now().await;
    let start = Instant::now();
    for handle in &handles {
        handle.abort();
    }
    let mut cancelled = 0;
    for handle in handles {
        cancelled += handle.await.is_err_and(|error| error.is_cancelled()) as u64;
    }
    Round::since(start, tasks, cancelled)
}

/// W7t: a timeout around each of many awaits that take one turn.
pub async fn timeouts(awaits: u64) -> Round {
    let start = Instant::now();
    let mut sum = 0;
    for _ in 0..awaits {
        sum += timeout(Duration::from_secs(10), short()).await.unwrap();
    }
    Round::since(start, awaits, sum)
}

async fn short() -> u64 {
    tokio::task::yield_now().await;
    1
}
