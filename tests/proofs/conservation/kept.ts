import { min } from "@ballast/core";
import type { Units, Waiting } from "./readUnits.ts";

const staying = (before: readonly Waiting[], after: readonly Waiting[]): readonly Waiting[] =>
  before.filter(({ id }) => after.some((each) => each.id === id));

/** What was held all through a step, and so gains or loses by what its rate does in it. */
export function kept(before: Units, after: Units): Units {
  const queued = before.queued.flatMap((each) => {
    const then = after.queued.find(({ nonce }) => nonce === each.nonce);
    return then === undefined ? [] : [{ ...each, shares: min(each.shares, then.shares) }];
  });
  return {
    ...before,
    lido: min(before.lido, after.lido),
    etherfi: min(before.etherfi, after.etherfi),
    staked: min(before.staked, after.staked),
    queued,
    atLido: staying(before.atLido, after.atLido),
    atEtherfi: staying(before.atEtherfi, after.atEtherfi),
  };
}
