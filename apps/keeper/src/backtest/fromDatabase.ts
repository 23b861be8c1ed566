import { loadDeployment } from "@ballast/adapters";
import type { Policy } from "@ballast/core";
import { connect, listAccounts } from "@ballast/db";
import type { Outcome } from "../commands/outcome.ts";
import { UsageError } from "../commands/usageError.ts";
import { differences, type RecordedRun, recordedRun, stepText } from "./recordedRun.ts";

type Wanted = {
  readonly databaseUrl: string;
  readonly deployment: string;
  /** null: the policies that were in force. */
  readonly policy: Policy | null;
};

/** More changed decisions than these are counted, not told. */
const TOLD = 40;

function sameText({ account, steps, undecided }: RecordedRun, different: number): string {
  const rest = undecided === 0 ? "" : `, ${undecided} ended before a decision`;
  const others = steps.filter(({ isOtherEngine }) => isOtherEngine).length;
  const engines = others === 0 ? "" : `, ${others} by another engine`;
  const verdict =
    different === 0 ? "every one has the id that the live keeper stored" : `${different} have ANOTHER id`;
  return `${account}: ${steps.length} decisions${rest}${engines}; ${verdict}.`;
}

function changedText({ account, steps }: RecordedRun): string {
  const changed = steps.filter(({ recorded, decided }) => recorded !== decided);
  const told = changed.slice(0, TOLD).map(stepText);
  const more = changed.length > TOLD ? [`  … and ${changed.length - TOLD} more.`] : [];
  const count = `${account}: ${steps.length} decisions, ${changed.length} would have been others under this policy.`;
  return [count, ...told, ...more].join("\n");
}

/**
 * Decides a recorded live run again. Under the policies that were in force every id must be the live one, else it fails; under another policy it tells which decisions change.
 * @throws {UsageError} when the policy is of an account that the database does not have
 */
export async function fromDatabase({ databaseUrl, deployment, policy }: Wanted): Promise<Outcome> {
  const { db, close } = connect({ url: databaseUrl, applicationName: "ballast-cli", max: 2 });
  try {
    const { chainId } = await loadDeployment(deployment);
    const known = await listAccounts(db, chainId);
    const accounts = known.filter(({ address }) => policy === null || address === policy.account.address);
    if (policy !== null && accounts.length === 0)
      throw new UsageError(
        `backtest: the policy is for ${policy.account.address} on chain ${policy.account.chainId}; the database has ${known.length} accounts of chain ${chainId}, and not this one.`,
      );
    const runs: RecordedRun[] = [];
    for (const account of accounts) runs.push(await recordedRun(db, { account, policy }));
    return answer(runs, policy);
  } finally {
    await close();
  }
}

function answer(runs: readonly RecordedRun[], policy: Policy | null): Outcome {
  const different = policy === null ? runs.map((run) => differences(run).length) : [];
  const lines = runs.map((run, index) =>
    policy === null ? sameText(run, different[index] ?? 0) : changedText(run),
  );
  return {
    exitCode: different.some((count) => count > 0) ? 1 : 0,
    text: lines.length === 0 ? "The database has no accounts of this chain." : lines.join("\n"),
    json: { schema: "ballast/recorded-run/1", runs },
  };
}
