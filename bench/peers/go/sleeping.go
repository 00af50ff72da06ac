package main

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

// W1, W1s: sizes are how many, and the sleep in milliseconds.
func equalDeadlines(sizes []int) round {
	sleep := time.Duration(sizes[1]) * time.Millisecond
	return sleepers(sizes[0], func(int) time.Duration { return sleep })
}

func staggeredDeadlines(sizes []int) round {
	sleep := time.Duration(sizes[1]) * time.Millisecond
	return sleepers(sizes[0], func(i int) time.Duration {
		return sleep + time.Duration(i)*time.Second/time.Duration(sizes[0])
	})
}

func sleepers(n int, sleep func(int) time.Duration) round {
	start := time.Now()
	var slept atomic.Int64
	var all sync.WaitGroup
	all.Add(n)
	for i := 0; i < n; i++ {
		go func(d time.Duration) {
			defer all.Done()
			time.Sleep(d)
			slept.Add(1)
		}(sleep(i))
	}
	all.Wait()
	return round{since(start) - sleep(n-1).Seconds(), n, int(slept.Load())}
}

// W6: size is how many.
func shortSleeps(sizes []int) round {
	start := time.Now()
	count := 0
	for i := 0; i < sizes[0]; i++ {
		time.Sleep(time.Millisecond)
		count++
	}
	return round{since(start), sizes[0], count}
}

// W7c: cancel goroutines that sleep, each with a context of its own; that they were made is not in the time.
func cancelSleepers(sizes []int) round {
	n := sizes[0]
	cancels := make([]context.CancelFunc, n)
	var cancelled atomic.Int64
	var all sync.WaitGroup
	all.Add(n)
	for i := range cancels {
		ctx, cancel := context.WithCancel(context.Background())
		cancels[i] = cancel
		go func() {
			defer all.Done()
			timer := time.NewTimer(time.Hour)
			defer timer.Stop()
			select {
			case <-ctx.Done():
				cancelled.Add(1)
			case <-timer.C:
			}
		}()
	}
	runtime.Gosched()
	start := time.Now()
	for _, cancel := range cancels {
		cancel()
	}
	all.Wait()
	return round{since(start), n, int(cancelled.Load())}
}

// W7t: a timeout around each of many calls that give up the turn once.
func timeouts(sizes []int) round {
	start := time.Now()
	sum := 0
	for i := 0; i < sizes[0]; i++ {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		sum += short(ctx)
		cancel()
	}
	return round{since(start), sizes[0], sum}
}

func short(ctx context.Context) int {
	runtime.Gosched()
	if ctx.Err() != nil {
		return 0
	}
	return 1
}
