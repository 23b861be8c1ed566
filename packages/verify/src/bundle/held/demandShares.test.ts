import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CheckFailedError } from "../../errors/CheckFailedError.ts";
import type { Snapshot } from "../schema/inputs.ts";
import type { WithdrawalRequest } from "../schema/plan.ts";
import { demandShares } from "./demandShares.ts";

const WAD = 10n ** 18n;
const POSITION = "eigenlayer:stETH";

type Shares = {
  readonly queued: bigint;
  readonly all: bigint;
  readonly spend: bigint;
  readonly held: bigint;
};

const judge = ({ queued, all, spend, held }: Shares) => {
  const request = { position: POSITION, spend: { asset: "EL-stETH", amount: spend } } as WithdrawalRequest;
  const exits = [{ position: POSITION, terms: { kind: "eigenlayer-queue", depositShares: all } }];
  demandShares(request, { depositShares: queued, withdrawable: held, snapshot: { exits } as Snapshot });
};

describe("of 1000 deposited shares of which 900 can be withdrawn", () => {
  const whole = { all: 1_000n * WAD, held: 900n * WAD };
  test.each([
    ["all for all", 1_000n * WAD, 900n * WAD],
    ["a half for a half", 500n * WAD, 450n * WAD],
    ["a half and two wei for a half", 500n * WAD + 2n, 450n * WAD],
  ])("passes %s", (_, queued, spend) => {
    expect(() => judge({ ...whole, queued, spend })).not.toThrow();
  });

  test.each([
    ["all for a half", 1_000n * WAD, 450n * WAD],
    ["a half for all", 500n * WAD, 900n * WAD],
    ["a wei for all", 1n, 900n * WAD],
    ["nothing", 0n, 1n],
    ["more than all", 1_000n * WAD + 1n, 900n * WAD],
    ["ten wei too many", 500n * WAD + 10n, 450n * WAD],
    ["ten wei too few", 500n * WAD - 10n, 450n * WAD],
  ])("refuses %s", (_, queued, spend) => {
    expect(() => judge({ ...whole, queued, spend })).toThrow(CheckFailedError);
  });
});

/** A part and the whole of some shares, after EigenLayer's two roundings. */
const slashed = fc
  .record({
    some: fc.bigInt({ min: 1n, max: 10n ** 27n }),
    more: fc.bigInt({ min: 0n, max: 10n ** 27n }),
    scaling: fc.bigInt({ min: 1n, max: 2n * WAD }),
    slashing: fc.bigInt({ min: 1n, max: WAD }),
  })
  .map(({ some, more, scaling, slashing }) => {
    const withdrawable = (shares: bigint) => (((shares * scaling) / WAD) * slashing) / WAD;
    return { queued: some, all: some + more, spend: withdrawable(some), held: withdrawable(some + more) };
  })
  .filter(({ held }) => held > 0n);

test("what EigenLayer's own rounding makes of a part is the same part, under any slashing", () => {
  fc.assert(
    fc.property(slashed, (shares) => {
      expect(() => judge(shares)).not.toThrow();
    }),
  );
});

test("a hundredth more or less is another part, however small the rounding makes it look", () => {
  fc.assert(
    fc.property(slashed, fc.boolean(), (shares, isMore) => {
      fc.pre(shares.spend > 10_000n && shares.queued > 10_000n);
      const off = shares.spend / 100n;
      const spend = isMore ? shares.spend + off : shares.spend - off;
      expect(() => judge({ ...shares, spend })).toThrow(CheckFailedError);
    }),
  );
});
