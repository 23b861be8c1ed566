import { eigenlayerMaths } from "@ballast/adapters";
import { type Wad, wad } from "@ballast/core";
import type { EigenlayerFile } from "../form/eigenlayerFile.ts";
import type { Fields } from "../form/Fields.ts";
import { queueAtSlash } from "./queueAtSlash.ts";

const {
  depositSharesDown,
  magnitudesAfterSlash,
  scaledSharesDown,
  scalingFactorAfterAddingDown,
  scalingFactorAfterDelegatingDown,
  sharesAfterSlashUp,
  sharesForScaledDown,
  slashingFactorDown,
  tokensForSharesDown,
  wadSlashedDown,
  withdrawableSharesDown,
} = eigenlayerMaths;

/** A kind of vector: what it takes, and what follows from that by the adapters' maths. */
export type VectorKind = {
  readonly takes: readonly string[];
  readonly gives: (vector: Fields, file: EigenlayerFile) => Readonly<Record<string, bigint>>;
};

const factor = (vector: Fields, name: string): Wad => wad(vector.integer(name));

/** Vectors by the name of their section. */
export const VECTOR_KINDS: Readonly<Record<string, VectorKind>> = {
  deposit: {
    takes: ["amount", "totalSharesBefore", "tokenBalanceBefore"],
    gives: (vector) => ({
      sharesMinted: depositSharesDown(vector.integer("amount"), {
        totalShares: vector.integer("totalSharesBefore"),
        tokenBalance: vector.integer("tokenBalanceBefore"),
      }),
    }),
  },
  dsfUpdate: {
    takes: ["cause", "prevDepositShares", "addedShares", "dsfBefore", "slashingFactor"],
    gives: (vector) => ({ dsfAfter: scalingFactorAfter(vector) }),
  },
  withdrawable: {
    takes: ["depositShares", "depositScalingFactor", "slashingFactor"],
    gives: (vector) => ({
      withdrawableShares: withdrawableSharesDown(vector.integer("depositShares"), {
        depositScalingFactor: factor(vector, "depositScalingFactor"),
        slashingFactor: factor(vector, "slashingFactor"),
      }),
    }),
  },
  queue: {
    takes: ["depositSharesToWithdraw", "depositScalingFactor", "slashingFactor"],
    gives: (vector) => {
      const scaledShares = scaledSharesDown(
        vector.integer("depositSharesToWithdraw"),
        factor(vector, "depositScalingFactor"),
      );
      const sharesToWithdrawEvent = sharesForScaledDown(scaledShares, factor(vector, "slashingFactor"));
      return { scaledShares, sharesToWithdrawEvent };
    },
  },
  slash: {
    takes: [
      "wadToSlash",
      "currentMagnitude",
      "maxMagnitudeBefore",
      "operatorSharesBefore",
      "slashableSharesInQueueBefore",
    ],
    gives: afterSlash,
  },
  complete: {
    takes: [
      "strategy",
      "scaledShares",
      "maxMagnitudeAtSlashableUntil",
      "totalSharesBefore",
      "tokenBalanceBefore",
    ],
    gives: (vector) => {
      // Only tokens have vectors: native ether has no strategy with totals.
      const slashingFactor = slashingFactorDown(factor(vector, "maxMagnitudeAtSlashableUntil"), null);
      const shares = sharesForScaledDown(vector.integer("scaledShares"), slashingFactor);
      const before = {
        totalShares: vector.integer("totalSharesBefore"),
        tokenBalance: vector.integer("tokenBalanceBefore"),
      };
      return { slashingFactor, shares, tokensReceived: tokensForSharesDown(shares, before) };
    },
  },
};

function scalingFactorAfter(vector: Fields): bigint {
  const depositScalingFactor = factor(vector, "dsfBefore");
  const slashingFactor = factor(vector, "slashingFactor");
  if (vector.text("cause") === "delegateTo")
    return scalingFactorAfterDelegatingDown(depositScalingFactor, slashingFactor);
  return scalingFactorAfterAddingDown({
    previousDepositShares: vector.integer("prevDepositShares"),
    addedShares: vector.integer("addedShares"),
    depositScalingFactor,
    slashingFactor,
  });
}

function afterSlash(vector: Fields, file: EigenlayerFile) {
  const before = factor(vector, "maxMagnitudeBefore");
  const currentMagnitude = factor(vector, "currentMagnitude");
  const slashed = magnitudesAfterSlash(
    { currentMagnitude, maxMagnitude: before },
    factor(vector, "wadToSlash"),
  );
  const taken = (shares: bigint) => {
    const after = sharesAfterSlashUp(shares, { before, after: slashed.maxMagnitude });
    return { after, loss: shares - after };
  };
  const delegated = taken(vector.integer("operatorSharesBefore"));
  const queued = taken(queueAtSlash(vector, file));
  return {
    maxMagnitudeAfter: slashed.maxMagnitude,
    wadSlashedEvent: wadSlashedDown(slashed.slashedMagnitude, before),
    operatorSharesAfter: delegated.after,
    totalDepositSharesSlashed: delegated.loss + queued.loss,
    slashedFromQueue: queued.loss,
  };
}
