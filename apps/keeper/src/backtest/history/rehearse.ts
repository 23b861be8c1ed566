import {
  type BacktestResult,
  backtest,
  baseUnits,
  type Policy,
  parseTape,
  seconds,
  type TapeLine,
  writeTape,
} from "@ballast/core";
import { withAllocator } from "../../optimise/withAllocator.ts";

/** A thousand ether over the policy's targets, signed four hours after each proposal. */
const START = baseUnits(1_000n * 10n ** 18n);
const SIGNING = seconds(14_400n);

/** Runs a policy over a made tape, under the same terms for all. Its feeds are taken to be fresh: no figures of them are published. */
export async function rehearse(policy: Policy, lines: readonly TapeLine[]): Promise<BacktestResult> {
  const parsed = parseTape(writeTape(lines));
  if (!parsed.ok) {
    const [first] = parsed.issues;
    throw new Error(`a made tape is refused: ${first?.series} ${first?.value}: ${first?.limit}`);
  }
  const { tape } = parsed;
  return withAllocator((allocate) =>
    backtest({
      policy,
      tape,
      allocate,
      signerDelays: [SIGNING],
      seed: 1n,
      every: null,
      startValue: START,
      assumeFeeds: true,
    }),
  );
}
