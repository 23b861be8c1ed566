import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { ClockBehindHeadError } from "../errors.ts";
import { type EmptyChain, startEmptyChain } from "../testing/emptyChain.ts";
import { createLiveChain, type LiveChain, wallClock } from "./liveChain.ts";

let empty: EmptyChain;
let live: LiveChain;
let dir: string;
beforeAll(async () => {
  empty = await startEmptyChain();
  dir = mkdtempSync(join(tmpdir(), "ballast-live-"));
  live = createLiveChain({ chain: empty.chain, nextTimestamp: wallClock, moodFile: join(dir, "mood.json") });
});
afterEach(() => void vi.restoreAllMocks());
afterAll(async () => {
  await empty.stop();
  rmSync(dir, { recursive: true });
});

test("two blocks asked for at once carry two seconds, neither ahead of the clock", async () => {
  await Promise.all([live.submit([]), live.submit([])]);
  const last = await empty.chain.reader.getBlock();
  const before = await empty.chain.reader.getBlock({ blockNumber: last.number - 1n });
  expect(last.timestamp).toBeGreaterThan(before.timestamp);
  expect(Number(last.timestamp)).toBeLessThanOrEqual(Date.now() / 1000);
});

test("a clock that was set back makes no block, and is named", async () => {
  const { number } = await empty.chain.reader.getBlock();
  const now = Date.now();
  vi.spyOn(Date, "now").mockReturnValue(now - 3_600_000);
  await expect(live.submit([])).rejects.toThrow(ClockBehindHeadError);
  expect((await empty.chain.reader.getBlock()).number).toBe(number);
});

test("a transaction that fails is told, and does not stop the next block", async () => {
  const broken = {
    what: "call nothing",
    from: "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266" as const,
    data: "0xfe" as const,
  };
  await expect(live.submit([broken])).rejects.toThrow("call nothing");
  await live.submit([]);
});
