import { holdingLedger } from "./holdingLedger.ts";
import type { LidoFile } from "./lidoFile.ts";
import { StepProblem } from "./StepProblem.ts";

/** Shares of the two accounts of the transfers before the first of them. */
export type StartHoldings = { readonly holderShares: bigint; readonly receiverShares: bigint };

const ETHER = 10n ** 18n;
/** So many more transfers must fit other holdings than the usual ones: a single one that does not is a wrong figure. */
const CONVINCING = 2;
const MOST_WHOLE_ETHERS = 20_000n;

/**
 * What both accounts held at the start. It is not recorded, but shows in the last wei of each transfer. The recording's own accounts halved
 * what one first ether left, and the receiver had nothing; where at least two more transfers fit another whole number of ethers, it is
 * that. A single figure that was altered changes nothing here, so that it still differs.
 */
export function startHoldings({ transfers }: LidoFile, totalShares: bigint): StartHoldings {
  const usual = { holderShares: (totalShares - ETHER) / 2n, receiverShares: 0n };
  const wholeEthers = [...wholes(totalShares)];
  const best = (field: keyof StartHoldings, figure: string) => {
    const misfits = (shares: bigint) =>
      misfitting(transfers, { start: { ...usual, [field]: shares }, figure });
    const against = misfits(usual[field]);
    if (against < CONVINCING) return usual[field];
    const counted = wholeEthers.map((shares) => ({ shares, count: misfits(shares) }));
    const fittest = counted.reduce((least, one) => (one.count < least.count ? one : least), {
      shares: usual[field],
      count: against,
    });
    return against - fittest.count < CONVINCING ? usual[field] : fittest.shares;
  };
  return {
    holderShares: best("holderShares", "senderBalanceDrop"),
    receiverShares: best("receiverShares", "receiverBalanceGain"),
  };
}

function* wholes(totalShares: bigint): Generator<bigint> {
  for (let ethers = 1n; ethers * ETHER <= totalShares && ethers <= MOST_WHOLE_ETHERS; ethers++)
    yield ethers * ETHER;
}

type Trial = { readonly start: StartHoldings; readonly figure: string };

function misfitting(transfers: LidoFile["transfers"], { start, figure }: Trial): number {
  const ledger = holdingLedger(start);
  return transfers.filter((transfer) => {
    try {
      return String(ledger.transfer(transfer)[figure]) !== String(transfer[figure]);
    } catch (error) {
      if (error instanceof StepProblem) return true;
      throw error;
    }
  }).length;
}
