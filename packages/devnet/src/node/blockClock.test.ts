import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createBlockClock } from "./blockClock.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function clock(work: () => Promise<void>) {
  const errors: unknown[] = [];
  return { errors, ...createBlockClock({ seconds: 4, work, onError: (error) => errors.push(error) }) };
}

test("it beats at once and then every few seconds, until it is paused", async () => {
  let beats = 0;
  const { resume, pause } = clock(async () => {
    beats += 1;
  });
  resume();
  await vi.advanceTimersByTimeAsync(12_000);
  expect(beats).toBe(4);
  await pause();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(beats).toBe(4);
  resume();
  resume();
  await vi.advanceTimersByTimeAsync(0);
  expect(beats).toBe(5);
  await pause();
});

test("slow work is not begun twice, and keeps the rhythm", async () => {
  const begun: number[] = [];
  const start = Date.now();
  const { resume, pause } = clock(async () => {
    begun.push(Math.floor((Date.now() - start) / 1000));
    await new Promise((resolve) => setTimeout(resolve, begun.length === 1 ? 6_000 : 1_000));
  });
  resume();
  await vi.advanceTimersByTimeAsync(15_000);
  expect(begun).toEqual([0, 6, 10, 14]);
  const paused = pause();
  await vi.advanceTimersByTimeAsync(5_000);
  await paused;
});

test("a failure is told, and the clock goes on", async () => {
  let beats = 0;
  const { resume, pause, errors } = clock(async () => {
    beats += 1;
    if (beats === 1) throw new Error("no block");
  });
  resume();
  await vi.advanceTimersByTimeAsync(4_000);
  expect(errors).toEqual([new Error("no block")]);
  expect(beats).toBe(2);
  await pause();
});

test("a pause waits for the work that is under way", async () => {
  const trace: string[] = [];
  const { resume, pause } = clock(async () => {
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    trace.push("worked");
  });
  resume();
  const paused = pause().then(() => trace.push("paused"));
  await vi.advanceTimersByTimeAsync(2_000);
  await paused;
  expect(trace).toEqual(["worked", "paused"]);
});
