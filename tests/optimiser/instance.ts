/** One position of a random account, in whole ether and fractions of one: what it holds, its pool, its band. */
export type Held = {
  readonly position: string;
  readonly venue: string;
  readonly value: number;
  readonly rate: string;
  /** Per year, in per cent. */
  readonly yield: string;
  readonly depth: number;
  /** Hundredths of a basis point. */
  readonly fee: number;
  readonly min: number;
  readonly target: number;
  readonly max: number;
};

/** A random account and its policy, as plain numbers that both models are made from. Shares are basis points. */
export type Instance = {
  readonly held: readonly Held[];
  readonly idle: number;
  readonly idleMax: number;
  readonly caps: Readonly<Record<string, number>>;
  /** In hundredths of a gwei. */
  readonly gasPrice: number;
  readonly minimumTrade: number;
  readonly paybackDays: number;
  readonly maxCalls: number;
};

/** Uniform numbers in [0, 1) from a seed (mulberry32), so that a case that fails can be had again. */
function uniform(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The n-th random account of so many positions: inside every limit, so that doing nothing is feasible. */
export function instance(seed: number, count: number): Instance {
  const next = uniform(seed * 1_009 + count);
  const pick = <T>(choices: readonly T[]): T => choices[Math.floor(next() * choices.length)] as T;
  const milli = (most: number) => Math.floor(next() * most * 1_000) / 1_000;
  const whole = 400 + milli(1_200);
  const sizes = Array.from({ length: count }, () => 0.2 + next());
  const sum = sizes.reduce((total, size) => total + size, 0) + 0.6;
  const values = sizes.map((size) => Math.floor(((whole * size) / sum) * 1_000) / 1_000);
  const idle = Math.floor(((whole * 0.6) / sum) * 1_000) / 1_000;
  const total = values.reduce((all, value) => all + value, idle);
  const held = values.map((value, index): Held => {
    const share = (value / total) * 10_000;
    const max = Math.min(10_000, Math.ceil(share) + 30 + Math.floor(next() * 1_500));
    const min = pick([0, 0, Math.max(0, Math.floor(share) - 30 - Math.floor(next() * share))]);
    return {
      position: `venue${index % 7}:token${index}`,
      venue: `venue${index % 7}`,
      value,
      rate: (1 + milli(0.3)).toFixed(3),
      yield: (1 + milli(6)).toFixed(2),
      depth: pick([2_000, 8_000, 20_000, 80_000]),
      fee: pick([100, 500]),
      min,
      target: Math.floor((min + max) / 2),
      max,
    };
  });
  const caps = Object.fromEntries(
    [...new Set(held.map((each) => each.venue))].map((venue) => {
      const inside = held.reduce((all, each) => (each.venue === venue ? all + each.value : all), 0);
      return [
        venue,
        Math.min(10_000, Math.ceil((inside / total) * 10_000) + 30 + Math.floor(next() * 2_000)),
      ];
    }),
  );
  return {
    held,
    idle,
    idleMax: Math.min(10_000, Math.ceil((idle / total) * 10_000) + 60 + Math.floor(next() * 1_000)),
    caps,
    gasPrice: pick([10, 200, 1_500, 6_000, 20_000]),
    minimumTrade: pick([0.5, 1, 4]),
    paybackDays: pick([20, 45, 90, 180]),
    maxCalls: pick([9, 15, 31]),
  };
}
