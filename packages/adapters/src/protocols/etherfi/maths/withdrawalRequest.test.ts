import { describe, expect, it } from "vitest";
import { RECORDED } from "../../../testing/etherfiTotals.ts";
import { withdrawalRequest } from "./withdrawalRequest.ts";

describe("a withdrawal request", () => {
  it.each([
    [5_000_000_000_000_000_000n, RECORDED.afterDeposit, 4_856_995_577_427_823_671n],
    [1_111_111_111_111_111_111n, RECORDED.afterDeposit, 1_079_332_350_539_516_371n],
    [
      4_000_000_000_000_000_000n,
      { pooled: 1_135_375_600_349_085_006_587n, shares: 1_104_845_652_153_964_347_576n },
      3_892_441_062_902_060_407n,
    ],
  ])("for %d wei remembers the amount and its shares, as recorded", (amountOfEEth, totals, shareOfEEth) => {
    expect(withdrawalRequest(amountOfEEth, totals)).toEqual({ amountOfEEth, shareOfEEth });
  });
});
