// The works with promises: node peer.mjs WORK ROUNDS SIZE...
// A turn is a microtask, the only one that an await gives up; there is one thread, so nobody can post to it (W8).
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const seconds = (start) => Number(process.hrtime.bigint() - start) / 1e9;
const since = (start, ops, check) => ({ seconds: seconds(start), ops, check });
const times = (n, make) => Array.from({ length: n }, (_, i) => make(i));
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

async function sleepers(tasks, millis) {
  const sleeper = async (ms) => {
    await sleep(ms);
    return 1;
  };
  const start = process.hrtime.bigint();
  const slept = sum(await Promise.all(times(tasks, (i) => sleeper(millis(i)))));
  return { seconds: seconds(start) - millis(tasks - 1) / 1000, ops: tasks, check: slept };
}

async function one() {
  return 1;
}

async function oneAfterATurn() {
  await null;
  return 1;
}

async function yielding(yields) {
  let count = 0;
  for (let i = 0; i < yields; i++) {
    await null;
    count++;
  }
  return count;
}

async function call(depth) {
  return depth === 0 ? 0 : 1 + (await call(depth - 1));
}

async function callThatYields(depth) {
  if (depth === 0) {
    await null;
    return 0;
  }
  return 1 + (await callThatYields(depth - 1));
}

async function calls(depth, n, make) {
  const start = process.hrtime.bigint();
  let total = 0;
  for (let i = 0; i < n; i++) total += await make(depth);
  return since(start, depth * n, total);
}

const works = {
  W1: (tasks, millis) => sleepers(tasks, () => millis),
  W1s: (tasks, millis) => sleepers(tasks, (i) => millis + (1000 * i) / tasks),
  W2a: (tasks) => calls(1, tasks, one),
  async W2b(tasks, n) {
    const start = process.hrtime.bigint();
    let total = 0;
    for (let i = 0; i < n; i++) total += sum(await Promise.all(times(tasks, oneAfterATurn)));
    return since(start, tasks * n, total);
  },
  async W3(tasks, yields) {
    const start = process.hrtime.bigint();
    const total = sum(await Promise.all(times(tasks, () => yielding(yields))));
    return since(start, tasks * yields, total);
  },
  W5: (depth, n) => calls(depth, n, call),
  W5y: (depth, n) => calls(depth, n, callThatYields),
  async W6(sleeps) {
    const start = process.hrtime.bigint();
    let count = 0;
    for (let i = 0; i < sleeps; i++) {
      await sleep(1);
      count++;
    }
    return since(start, sleeps, count);
  },
  async W7c(tasks) {
    const controllers = times(tasks, () => new AbortController());
    const sleeping = controllers.map(({ signal }) => sleep(3_600_000, undefined, { signal }));
    const start = process.hrtime.bigint();
    controllers.forEach((controller) => controller.abort());
    const outcomes = await Promise.allSettled(sleeping);
    return since(start, tasks, outcomes.filter(({ reason }) => reason?.name === 'AbortError').length);
  },
  async W7t(awaits) {
    const start = process.hrtime.bigint();
    let total = 0;
    for (let i = 0; i < awaits; i++) {
      let timer;
      const limit = new Promise((_, reject) => {
        timer = setTimeout(reject, 10_000, new Error('timeout'));
      });
      total += await Promise.race([oneAfterATurn(), limit]).finally(() => clearTimeout(timer));
    }
    return since(start, awaits, total);
  },
};

const [work, ...numbers] = process.argv.slice(2);
const [rounds, ...sizes] = numbers.map(Number);
if (!(work in works) || sizes.length === 0) {
  console.error('Usage: WORK ROUNDS SIZE...');
  process.exit(2);
}

const taken = [];
let ops;
for (let i = 0; i < rounds; i++) {
  const round = await works[work](...sizes);
  if (round.check !== round.ops) {
    console.error(`node ${work}: counted ${round.check} instead of ${round.ops}.`);
    process.exit(1);
  }
  taken.push(round.seconds);
  ops = round.ops;
}
const cold = taken[0];
const later = taken.slice(Math.floor(rounds / 2)).sort((a, b) => a - b);
const warm = later[Math.floor(later.length / 2)];
const perOp = (s) => Number(((s * 1e9) / ops).toFixed(2));
const peak = Number(/^VmHWM:\s*(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
console.log(
  JSON.stringify({
    work,
    peer: 'node',
    ops,
    seconds: Number(warm.toFixed(6)),
    ns_per_op: perOp(warm),
    cold_ns_per_op: perOp(cold),
    peak_kib: peak,
    check: ops,
  }),
);
