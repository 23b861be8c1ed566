import { expect, test } from "vitest";
import { nextEthUsd } from "./nextEthUsd.ts";

const usd = 10n ** 8n;

function walk({ seed, steps, elapsed }: { seed: string; steps: number; elapsed: bigint }): bigint[] {
  const answers = [nextEthUsd({ seed, last: null })];
  for (let i = 1; i <= steps; i += 1)
    answers.push(nextEthUsd({ seed, last: { roundId: BigInt(i), answer: answers[i - 1] ?? 0n, elapsed } }));
  return answers;
}

test("the same seed walks the same way, another seed another way", () => {
  const walked = walk({ seed: "a", steps: 50, elapsed: 90n });
  expect(walk({ seed: "a", steps: 50, elapsed: 90n })).toEqual(walked);
  expect(walk({ seed: "b", steps: 50, elapsed: 90n })).not.toEqual(walked);
});

test("it moves, by at most about 2 % a day, and stays in a believable range for years", () => {
  const walked = walk({ seed: "ballast devnet", steps: 2_000, elapsed: 86_400n });
  for (const [i, answer] of walked.entries()) {
    expect(answer).toBeGreaterThan(1_500n * usd);
    expect(answer).toBeLessThan(6_000n * usd);
    const before = walked[i - 1] ?? answer;
    const pull = (before > 3_200n * usd ? before - 3_200n * usd : 3_200n * usd - before) / 10n;
    const moved = answer > before ? answer - before : before - answer;
    expect(moved).toBeLessThanOrEqual((before * 2n) / 100n + pull + 1n);
  }
  expect(new Set(walked).size).toBeGreaterThan(1_900);
});

test("a step after a minute is small", () => {
  const walked = walk({ seed: "a", steps: 100, elapsed: 90n });
  for (const answer of walked) expect(answer > 3_195n * usd && answer < 3_205n * usd).toBe(true);
});

test("a gap of a month is one step of a day", () => {
  const last = { roundId: 7n, answer: 3_000n * usd, elapsed: 86_400n };
  expect(nextEthUsd({ seed: "a", last: { ...last, elapsed: 30n * 86_400n } })).toBe(
    nextEthUsd({ seed: "a", last }),
  );
});
