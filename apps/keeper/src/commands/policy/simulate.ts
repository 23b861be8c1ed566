import { comparePolicies } from "@ballast/core";
import { connect } from "@ballast/db";
import type { Command } from "commander";
import { withAllocator } from "../../optimise/withAllocator.ts";
import { type BlastRadius, blastRadius, type ChangedRun } from "../../replay/blastRadius.ts";
import { addCommand } from "../addCommand.ts";
import type { Outcome } from "../outcome.ts";
import { UsageError } from "../usageError.ts";
import { type GrownExposure, grownExposure } from "./grownExposure.ts";
import { policyFile } from "./policyFile.ts";

const DAY = 86_400n;

export function registerPolicySimulate(policy: Command): void {
  addCommand(policy, {
    usage: "simulate <file>",
    help: "which stored decisions the policy would have changed, and the largest exposure that it makes possible",
    flags: [
      { flag: "--days <n>", help: "how far back from the newest stored tick, 7 unless told otherwise" },
    ],
    settings: ["databaseUrl"],
    run: async ({ args, flags, config }) => {
      const seconds = daysOf(flags.days ?? "7") * DAY;
      const read = await policyFile(args[0] ?? "");
      if (!read.ok) return read.refusal;
      const { account } = read.policy;
      const { db, close } = connect({ url: config.databaseUrl, applicationName: "ballast-cli", max: 2 });
      try {
        const radius = await withAllocator((allocate) =>
          blastRadius(db, { account, policy: read.policy, allocate, seconds }),
        );
        const { newest } = radius;
        if (newest === null)
          throw new UsageError(
            `No decision of ${account.address} on chain ${account.chainId} is stored. Does the policy name the right account?`,
          );
        const { verdict } = comparePolicies(newest.policy, read.policy);
        const grown = grownExposure({ ...newest, after: read.policy });
        return answer({ radius, grown, verdict, version: newest.policy.version });
      } finally {
        await close();
      }
    },
  });
}

function daysOf(text: string | boolean): bigint {
  if (typeof text === "string" && /^[1-9]\d{0,3}$/.test(text)) return BigInt(text);
  throw new UsageError(`policy simulate: --days got "${text}"; give a whole number of days, such as 7.`);
}

type Answer = {
  readonly radius: BlastRadius;
  readonly grown: readonly GrownExposure[];
  readonly verdict: string;
  readonly version: bigint;
};

function answer({ radius, grown, verdict, version }: Answer): Outcome {
  const { decided, different, lost, runs } = radius;
  const alone =
    different === 0
      ? []
      : [
          "Each tick is decided alone: what another decision would have changed for later ones is not followed.",
        ];
  const lines = [
    `${decided} stored decisions; ${different} would have been different${lost === 0 ? "" : `, ${lost} can no longer be computed`}.`,
    ...runs.flatMap(told),
    ...alone,
    grown.length === 0
      ? `No position or venue may grow beyond what policy ${version} allows.`
      : `Larger than policy ${version} allows may become:`,
    ...grown.map(({ id, kind, text }) => `  ${kind} ${id}: ${text}`),
    `Against policy ${version} it is ${verdict}.`,
  ];
  const json = {
    ...{ decided, different, lost, verdict },
    changes: runs.map(({ first, last, ticks, before, after }) => ({
      ...{ ticks, before, after },
      first: { tick: first.id, block: first.blockNumber },
      last: { tick: last.id, block: last.blockNumber },
    })),
    exposure: grown.map(({ text: _, ...each }) => each),
  };
  return { exitCode: 0, text: lines.join("\n"), json };
}

function told({ first, last, ticks, before, after }: ChangedRun): string[] {
  const where =
    ticks === 1
      ? `Tick ${last.id}, block ${last.blockNumber}`
      : `Ticks ${first.id} to ${last.id} (${ticks}), blocks ${first.blockNumber} to ${last.blockNumber}`;
  return [
    `  ${where}: ${before.outcome} → ${after.outcome}`,
    `    was   ${before.text}`,
    `    would ${after.text}`,
  ];
}
