package main

import (
	"runtime"
	"sync"
	"time"
)

// W2a: start a goroutine that does next to nothing, and wait for it.
func oneAfterTheOther(sizes []int) round {
	start := time.Now()
	sum := 0
	for i := 0; i < sizes[0]; i++ {
		result := make(chan int)
		go func() { result <- 1 }()
		sum += <-result
	}
	return round{since(start), sizes[0], sum}
}

// W2b: goroutines that yield once, all waited for. Sizes: how many at once, how often.
func gathered(sizes []int) round {
	start := time.Now()
	sum := 0
	for t := 0; t < sizes[1]; t++ {
		ones := make([]int, sizes[0])
		var all sync.WaitGroup
		all.Add(len(ones))
		for i := range ones {
			go func(i int) {
				defer all.Done()
				runtime.Gosched()
				ones[i] = 1
			}(i)
		}
		all.Wait()
		for _, one := range ones {
			sum += one
		}
	}
	return round{since(start), sizes[0] * sizes[1], sum}
}

// W3: goroutines that give each other the turn. Sizes: goroutines, yields of each.
func yields(sizes []int) round {
	start := time.Now()
	counts := make([]int, sizes[0])
	var all sync.WaitGroup
	all.Add(len(counts))
	for t := range counts {
		go func(t int) {
			defer all.Done()
			count := 0
			for i := 0; i < sizes[1]; i++ {
				runtime.Gosched()
				count++
			}
			counts[t] = count
		}(t)
	}
	all.Wait()
	sum := 0
	for _, count := range counts {
		sum += count
	}
	return round{since(start), sizes[0] * sizes[1], sum}
}

// W4: two goroutines and two channels with one place each. Size: round trips.
func roundTrips(sizes []int) round {
	start := time.Now()
	there, back := make(chan int, 1), make(chan int, 1)
	go func() {
		for value := range there {
			back <- value + 1
		}
	}()
	count := 0
	for i := 0; i < sizes[0]; i++ {
		there <- i
		count += <-back - i
	}
	close(there)
	return round{since(start), sizes[0], count}
}

// W5: calls inside each other, per call; every function may wait, so a call is just a call. Sizes: how deep, how often.
func callsThatEndAtOnce(sizes []int) round {
	start := time.Now()
	sum := 0
	for i := 0; i < sizes[1]; i++ {
		sum += call(sizes[0])
	}
	return round{since(start), sizes[0] * sizes[1], sum}
}

//go:noinline
func call(depth int) int {
	if depth == 0 {
		return 0
	}
	return 1 + call(depth-1)
}

// W5y: the same with a yield at the bottom.
func callsThatYield(sizes []int) round {
	start := time.Now()
	sum := 0
	for i := 0; i < sizes[1]; i++ {
		sum += callThatYields(sizes[0])
	}
	return round{since(start), sizes[0] * sizes[1], sum}
}

//go:noinline
func callThatYields(depth int) int {
	if depth == 0 {
		runtime.Gosched()
		return 0
	}
	return 1 + callThatYields(depth-1)
}

// W8: goroutines that send callbacks to one receiver. Sizes: goroutines, callbacks of all together.
func fromThreads(sizes []int) round {
	start := time.Now()
	each := sizes[1] / sizes[0]
	callbacks := make(chan func(), 1024)
	count := 0
	for t := 0; t < sizes[0]; t++ {
		go func() {
			for i := 0; i < each; i++ {
				callbacks <- func() { count++ }
			}
		}()
	}
	for i := 0; i < each*sizes[0]; i++ {
		(<-callbacks)()
	}
	return round{since(start), sizes[1], count}
}
