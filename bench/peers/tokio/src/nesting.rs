//! W5, W5y: async calls inside each other, per call. A call of itself has to be boxed.

use crate::Round;
use std::future::Future;
use std::pin::Pin;
use std::time::Instant;

pub async fn calls_that_end_at_once(depth: u64, times: u64) -> Round {
    let start = Instant::now();
    let mut sum = 0;
    for _ in 0..times {
        sum += call(depth).await;
    }
    Round::since(start, depth * times, sum)
}

fn call(depth: u64) -> Pin<Box<dyn Future<Output = u64> + Send>> {
    Box::pin(async move {
        if depth == 0 {
            0
        } else {
            1 + call(depth - 1).await
        }
    })
}

pub async fn calls_that_yield(depth: u64, times: u64) -> Round {
    let start = Instant::now();
    let mut sum = 0;
    for _ in 0..times {
        sum += call_that_yields(depth).await;
    }
    Round::since(start, depth * times, sum)
}

fn call_that_yields(depth: u64) -> Pin<Box<dyn Future<Output = u64> + Send>> {
    Box::pin(async move {
        if depth == 0 {
            tokio::task::yield_now().await;
            0
        } else {
            1 + call_that_yields(depth - 1).await
        }
    })
}
