import { describe, expect, it } from "vitest";
import { holdingLedger } from "./holdingLedger.ts";
import type { Fields } from "./lidoFile.ts";
import { startHoldings } from "./startHoldings.ts";

const ETHER = 10n ** 18n;
const totalShares = 6_001n * ETHER;
const inputs = Array.from({ length: 24 }, (_, index) => ({
  amount: `${(BigInt(index) + 1n) * 123_456_789_012_345_677n}`,
  totalPooledEther: `${7_408_641_908_490_100_000_000n + BigInt(index % 3) * 2_029_764_906_435_643_835n}`,
  totalShares: `${totalShares}`,
}));

function recorded(start: { holderShares: bigint; receiverShares: bigint }) {
  const ledger = holdingLedger(start);
  const transfers: Fields[] = inputs.map((input) => ({ ...ledger.transfer(input), ...input }));
  return { transfers, steps: [], safeTests: [] };
}

describe("the holdings before the first transfer", () => {
  it.each([
    { what: "the recording's own", holderShares: 3_000n * ETHER, receiverShares: 0n },
    { what: "another whole number of ethers", holderShares: 1_234n * ETHER, receiverShares: 0n },
    { what: "of a receiver with something", holderShares: 3_000n * ETHER, receiverShares: 777n * ETHER },
  ])("are found from the last wei: $what", ({ holderShares, receiverShares }) => {
    const start = { holderShares, receiverShares };
    const file = recorded(start);
    const found = holdingLedger(startHoldings(file, totalShares));
    const figures = file.transfers.map((transfer) => found.transfer(transfer));
    expect(figures).toEqual(file.transfers.map((transfer) => expect.objectContaining(figuresOf(transfer))));
  });

  it("are not bent to fit an altered figure", () => {
    const file = recorded({ holderShares: 3_000n * ETHER, receiverShares: 0n });
    const transfers = file.transfers.slice(0, 3).map((transfer, index) => ({
      ...transfer,
      senderBalanceDrop: index === 1 ? Number(transfer.senderBalanceDrop) + 1 : transfer.senderBalanceDrop,
    }));
    expect(startHoldings({ ...file, transfers }, totalShares)).toEqual({
      holderShares: 3_000n * ETHER,
      receiverShares: 0n,
    });
  });

  it("are the usual ones where no transfer says anything", () => {
    expect(startHoldings({ transfers: [], steps: [], safeTests: [] }, totalShares)).toEqual({
      holderShares: 3_000n * ETHER,
      receiverShares: 0n,
    });
  });
});

const figuresOf = ({ sharesMoved, senderBalanceDrop, receiverBalanceGain }: Record<string, unknown>) => ({
  sharesMoved,
  senderBalanceDrop,
  receiverBalanceGain,
});
