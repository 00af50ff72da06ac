/* The limits: what the same waits cost with nothing but a heap of timers and the system's sleep.
 *   peer WORK ROUNDS SIZE...
 */
#define _GNU_SOURCE
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct {
    double seconds;
    long ops, check;
} Round;

typedef struct {
    int64_t deadline; /* nanoseconds */
    int64_t sequence; /* the first of two equal ones goes first */
    long *count;      /* what to do when it is due: count */
} Timer;

static Timer *heap;
static long heap_size;

static int64_t now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static void sleep_until(int64_t deadline) {
    struct timespec t = {deadline / 1000000000LL, deadline % 1000000000LL};
    while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &t, NULL) != 0) {
    }
}

static int before(const Timer *a, const Timer *b) {
    return a->deadline < b->deadline || (a->deadline == b->deadline && a->sequence < b->sequence);
}

static void push(Timer timer) {
    long i = heap_size++;
    while (i > 0) {
        long parent = (i - 1) / 2;
        if (!before(&timer, &heap[parent])) break;
        heap[i] = heap[parent];
        i = parent;
    }
    heap[i] = timer;
}

static Timer pop(void) {
    Timer first = heap[0], last = heap[--heap_size];
    long i = 0;
    for (;;) {
        long child = 2 * i + 1;
        if (child >= heap_size) break;
        if (child + 1 < heap_size && before(&heap[child + 1], &heap[child])) child++;
        if (!before(&heap[child], &last)) break;
        heap[i] = heap[child];
        i = child;
    }
    heap[i] = last;
    return first;
}

/* W1, W1s: timers on the real clock. Sizes: how many, the sleep in milliseconds. */
static Round sleeping(const long *sizes, int staggered) {
    long n = sizes[0], count = 0;
    int64_t start = now(), sleep = sizes[1] * 1000000LL, longest = sleep;
    heap = malloc(n * sizeof *heap);
    for (long i = 0; i < n; i++) {
        int64_t extra = staggered ? i * 1000000000LL / n : 0;
        longest = sleep + extra;
        push((Timer){now() + longest, i, &count});
    }
    while (heap_size > 0) {
        if (heap[0].deadline > now()) sleep_until(heap[0].deadline);
        ++*pop().count;
    }
    free(heap);
    return (Round){(now() - start - longest) / 1e9, n, count};
}

/* W1v: the heap alone, with the deadlines in a scattered order. Size: how many. */
static Round heap_alone(const long *sizes) {
    long n = sizes[0], count = 0;
    int64_t start = now();
    heap = malloc(n * sizeof *heap);
    for (long i = 0; i < n; i++) push((Timer){10000000000LL + i * 7919LL % n * 1000000000LL / n, i, &count});
    while (heap_size > 0) ++*pop().count;
    free(heap);
    return (Round){(now() - start) / 1e9, n, count};
}

/* W6: sleeps of a millisecond. Size: how many. */
static Round short_sleeps(const long *sizes) {
    long count = 0;
    int64_t start = now();
    for (long i = 0; i < sizes[0]; i++) {
        struct timespec t = {0, 1000000};
        if (clock_nanosleep(CLOCK_MONOTONIC, 0, &t, NULL) == 0) count++;
    }
    return (Round){(now() - start) / 1e9, sizes[0], count};
}

static long peak_kib(void) {
    char line[256];
    long kib = 0;
    FILE *status = fopen("/proc/self/status", "r");
    while (status && fgets(line, sizeof line, status))
        if (sscanf(line, "VmHWM: %ld", &kib) == 1) break;
    if (status) fclose(status);
    return kib;
}

static int by_size(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

int main(int argc, char **argv) {
    if (argc < 4) return fprintf(stderr, "Usage: WORK ROUNDS SIZE...\n"), 2;
    const char *work = argv[1];
    int rounds = atoi(argv[2]);
    long sizes[4] = {0};
    for (int i = 3; i < argc && i < 7; i++) sizes[i - 3] = atol(argv[i]);

    double *seconds = malloc(rounds * sizeof *seconds), cold;
    Round round = {0};
    for (int i = 0; i < rounds; i++) {
        if (!strcmp(work, "W1")) round = sleeping(sizes, 0);
        else if (!strcmp(work, "W1s")) round = sleeping(sizes, 1);
        else if (!strcmp(work, "W1v")) round = heap_alone(sizes);
        else if (!strcmp(work, "W6")) round = short_sleeps(sizes);
        else return fprintf(stderr, "No such work: %s\n", work), 2;
        if (round.check != round.ops) return fprintf(stderr, "c %s: counted %ld instead of %ld.\n", work, round.check, round.ops), 1;
        seconds[i] = round.seconds;
    }
    cold = seconds[0];
    int later = rounds / 2;
    qsort(seconds + later, rounds - later, sizeof *seconds, by_size);
    double warm = seconds[later + (rounds - later) / 2];
    printf("{\"work\":\"%s\",\"peer\":\"c\",\"ops\":%ld,\"seconds\":%.6f,\"ns_per_op\":%.2f,\"cold_ns_per_op\":%.2f,"
           "\"peak_kib\":%ld,\"check\":%ld}\n",
           work, round.ops, warm, warm * 1e9 / round.ops, cold * 1e9 / round.ops, peak_kib(), round.check);
    return 0;
}
