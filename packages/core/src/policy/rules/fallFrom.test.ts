import { expect, test } from "vitest";
import type { Bps } from "../../units/brands.ts";
import { fallFrom } from "./fallFrom.ts";

test.each([
  { name: "growth is no fall", before: 100n, now: 120n, share: 0n, isBeyond: false },
  { name: "a fall of exactly the threshold", before: 1_000n, now: 900n, share: 1_000n, isBeyond: false },
  { name: "a unit more", before: 1_000n, now: 899n, share: 1_010n, isBeyond: true },
  { name: "the share is rounded up", before: 30_000n, now: 29_999n, share: 1n, isBeyond: false },
  { name: "a fall to nothing", before: 7n, now: 0n, share: 10_000n, isBeyond: true },
  { name: "what was nothing cannot fall", before: 0n, now: 0n, share: 0n, isBeyond: false },
])("$name", ({ before, now, share, isBeyond }) => {
  expect(fallFrom(before, { now, threshold: 1_000n as Bps })).toEqual({ share, isBeyond });
});
