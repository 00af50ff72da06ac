// Prints what ts-fsrs makes of cards that are rated at certain moments. Run it in a folder where ts-fsrs is installed.
const { createRequire } = require('node:module');
const { fsrs, createEmptyCard, FSRSVersion, Rating } = createRequire(`${process.cwd()}/`)('ts-fsrs');

const start = Date.UTC(2022, 10, 29, 12, 30);
const minute = 60_000;
const day = 24 * 60 * minute;

// Numbers that are the same each time, from a linear congruential generator.
let state = 20261125;
const random = (below) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};

// A card is rated when it is due, or so many milliseconds later or earlier.
function history(name, ratings, shift = () => 0) {
  const scheduler = fsrs();
  let card = createEmptyCard(new Date(start));
  let now = start;
  const reviews = ratings.map((rating, i) => {
    if (i > 0) {
      now = Math.max(now + minute, card.due.getTime() + shift(i));
    }
    card = scheduler.next(card, new Date(now), rating).card;
    return {
      at: new Date(now).toISOString(),
      rating,
      stage: card.state,
      stability: card.stability,
      difficulty: card.difficulty,
      days: card.scheduled_days,
      due: card.due.toISOString(),
      retrievability: scheduler.get_retrievability(card, card.due, false),
    };
  });
  return { name, reviews };
}

const { Again, Hard, Good, Easy } = Rating;
const histories = [
  history('known, forgotten twice, known', [Good, Good, Good, Good, Good, Good, Again, Again, Good, Good, Good, Good, Good]),
  history('always again', Array(8).fill(Again)),
  history('always hard', Array(12).fill(Hard)),
  history('always good', Array(12).fill(Good)),
  history('always easy', Array(12).fill(Easy)),
  history('late', [Good, Good, Good, Good, Again, Good, Good], () => 20 * day),
  history('early', [Good, Good, Good, Good, Good, Good], () => -day),
];
for (let i = 1; i <= 60; i++) {
  const ratings = Array.from({ length: 3 + random(14) }, () => 1 + random(4));
  const shifts = ratings.map(() => (random(3) === 0 ? (random(41) - 10) * day : random(90) * minute));
  histories.push(history(`random ${i}`, ratings, (review) => shifts[review]));
}

console.log(JSON.stringify({ version: FSRSVersion, histories }, null, 1));
