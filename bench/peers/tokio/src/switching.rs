//! W2, W3, W4, W8: tasks that begin, end, and give each other the turn.

use crate::Round;
use std::time::Instant;
use tokio::sync::mpsc;
use tokio::task::yield_now;

/// W2a: spawn a task that does next to nothing, and await it.
pub async fn one_after_the_other(tasks: u64) -> Round {
    let start = Instant::now();
    let mut sum = 0;
    for _ in 0..tasks {
        sum += tokio::spawn(async { 1 }).await.unwrap();
    }
    Round::since(start, tasks, sum)
}

/// W2b: tasks that yield once, all awaited; this several times.
pub async fn gathered(tasks: u64, times: u64) -> Round {
    let start = Instant::now();
    let mut sum = 0;
    for _ in 0..times {
        let handles: Vec<_> = (0..tasks).map(|_| tokio::spawn(one())).collect();
        for handle in handles {
            sum += handle.await.unwrap();
        }
    }
    Round::since(start, tasks * times, sum)
}

async fn one() -> u64 {
    yield_now().await;
    1
}

/// W3: tasks that give each other the turn.
pub async fn yields(tasks: u64, yields: u64) -> Round {
    let start = Instant::now();
    let handles: Vec<_> = (0..tasks).map(|_| tokio::spawn(yielding(yields))).collect();
    let mut sum = 0;
    for handle in handles {
        sum += handle.await.unwrap();
    }
    Round::since(start, tasks * yields, sum)
}

async fn yielding(yields: u64) -> u64 {
    let mut count = 0;
    for _ in 0..yields {
        yield_now().await;
        count += 1;
    }
    count
}

/// W4: two tasks and two channels with one place each.
pub async fn round_trips(round_trips: u64) -> Round {
    let start = Instant::now();
    let (there, mut there_end) = mpsc::channel(1);
    let (back, mut back_end) = mpsc::channel(1);
    let echo = tokio::spawn(async move {
        while let Some(value) = there_end.recv().await {
            back.send(value + 1).await.unwrap();
        }
    });
    let mut count = 0;
    for i in 0..round_trips {
        there.send(i).await.unwrap();
        count += back_end.recv().await.unwrap() - i;
    }
    drop(there);
    echo.await.unwrap();
    Round::since(start, round_trips, count)
}

/// W8: threads that send callbacks to one receiver.
pub async fn from_threads(threads: u64, callbacks: u64) -> Round {
    let start = Instant::now();
    let (sender, mut receiver) = mpsc::unbounded_channel::<Box<dyn FnOnce(&mut u64) + Send>>();
    for _ in 0..threads {
        let sender = sender.clone();
        std::thread::spawn(move || {
            for _ in 0..callbacks / threads {
                let _ = sender.send(Box::new(|count| *count += 1));
            }
        });
    }
    drop(sender);
    let mut count = 0;
    while let Some(callback) = receiver.recv().await {
        callback(&mut count);
    }
    Round::since(start, callbacks, count)
}
