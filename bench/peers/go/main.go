// The works as goroutines.
//
//	peer WORK ROUNDS SIZE...
package main

import (
	"fmt"
	"os"
	"sort"
	"strconv"
	"strings"
	"time"
)

// round is one measured round: how long it took, what was to be done, and what was counted while doing it.
type round struct {
	seconds float64
	ops     int
	check   int
}

var works = map[string]func(sizes []int) round{
	"W1":  equalDeadlines,
	"W1s": staggeredDeadlines,
	"W2a": oneAfterTheOther,
	"W2b": gathered,
	"W3":  yields,
	"W4":  roundTrips,
	"W5":  callsThatEndAtOnce,
	"W5y": callsThatYield,
	"W6":  shortSleeps,
	"W7c": cancelSleepers,
	"W7t": timeouts,
	"W8":  fromThreads,
}

func main() {
	if len(os.Args) < 4 || works[os.Args[1]] == nil {
		fmt.Fprintln(os.Stderr, "Usage: WORK ROUNDS SIZE...")
		os.Exit(2)
	}
	work := os.Args[1]
	var numbers []int
	for _, text := range os.Args[2:] {
		number, err := strconv.Atoi(text)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
		numbers = append(numbers, number)
	}

	var seconds []float64
	var last round
	for i := 0; i < numbers[0]; i++ {
		last = works[work](numbers[1:])
		if last.check != last.ops {
			fmt.Fprintf(os.Stderr, "go %s: counted %d instead of %d.\n", work, last.check, last.ops)
			os.Exit(1)
		}
		seconds = append(seconds, last.seconds)
	}
	cold := seconds[0]
	later := seconds[len(seconds)/2:]
	sort.Float64s(later)
	warm := later[len(later)/2]
	perOp := 1e9 / float64(last.ops)
	fmt.Printf(`{"work":"%s","peer":"go","ops":%d,"seconds":%.6f,"ns_per_op":%.2f,"cold_ns_per_op":%.2f,"peak_kib":%d,"check":%d}`+"\n",
		work, last.ops, warm, warm*perOp, cold*perOp, peakKiB(), last.check)
}

func since(start time.Time) float64 { return time.Since(start).Seconds() }

func peakKiB() int {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for _, line := range strings.Split(string(status), "\n") {
		if fields := strings.Fields(line); len(fields) == 3 && fields[0] == "VmHWM:" {
			kib, _ := strconv.Atoi(fields[1])
			return kib
		}
	}
	return 0
}
