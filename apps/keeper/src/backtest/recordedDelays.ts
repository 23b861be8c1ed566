import { type AccountRef, elapsed, type Seconds, unixSeconds } from "@ballast/core";
import { connect, recentProposals } from "@ballast/db";
import { UsageError } from "../commands/usageError.ts";

/**
 * How long the account's own owners took, from each proposal to its execution, in the order of the proposals.
 * @throws {UsageError} when none of its proposals was executed
 */
export async function recordedDelays(databaseUrl: string, account: AccountRef): Promise<readonly Seconds[]> {
  const { db, close } = connect({ url: databaseUrl, applicationName: "ballast-cli", max: 1 });
  try {
    const all = await recentProposals(db, { account, since: unixSeconds(0n) });
    const delays = all.flatMap(({ state, proposedAt, executedAt }) =>
      state === "executed" && executedAt !== null && executedAt >= proposedAt
        ? [elapsed(proposedAt, executedAt)]
        : [],
    );
    if (delays.length > 0) return delays;
    throw new UsageError(
      `--signer-delay recorded: no proposal of ${account.address} was executed yet. Give times, such as 1h,4h.`,
    );
  } finally {
    await close();
  }
}
