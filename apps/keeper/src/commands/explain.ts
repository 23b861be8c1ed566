import { loadDeployment } from "@ballast/adapters";
import {
  boundsSentence,
  type Decision,
  decisionSentence,
  figuresTable,
  findingSentence,
  planSentence,
} from "@ballast/core";
import { connect, documentById, type TickRecord } from "@ballast/db";
import type { Command } from "commander";
import { addCommand } from "./addCommand.ts";
import { findTick } from "./findTick.ts";
import { isoTime } from "./isoTime.ts";
import type { Outcome } from "./outcome.ts";

export function registerExplain(program: Command): void {
  addCommand(program, {
    usage: "explain <tick>",
    help: "why a tick did what it did; <tick> is its number or `latest`",
    settings: ["databaseUrl", "deployment"],
    run: async ({ args, config }) => {
      const { db, close } = connect({ url: config.databaseUrl, applicationName: "ballast-cli", max: 2 });
      try {
        const { chainId } = await loadDeployment(config.deployment);
        const tick = await findTick(db, { name: args[0] ?? "latest", chainId });
        const document = tick.decisionId === null ? undefined : await documentById(db, tick.decisionId);
        return explanation(tick, document?.value as Decision | undefined);
      } finally {
        await close();
      }
    },
  });
}

function explanation(tick: TickRecord, decision: Decision | undefined): Outcome {
  const { id, account, blockNumber, blockHash, timestamp, outcome, reason, detail, canonical } = tick;
  const ended = outcome === null ? "under way" : `${outcome}: ${reason}`;
  const head = [
    `Tick ${id} of ${account}, block ${blockNumber} ${blockHash}, ${isoTime(timestamp)}`,
    ...(canonical ? [] : ["Withdrawn: its block is no longer part of the chain."]),
    `Outcome: ${ended}${detail ? `. ${detail}` : ""}`,
  ];
  const json = {
    tick: { id, account, blockNumber, blockHash, outcome, reason, detail, canonical },
    decision: decision ?? null,
  };
  return {
    exitCode: 0,
    text: [...head, ...(decision === undefined ? [] : story(decision, tick))].join("\n"),
    json,
  };
}

function story(decision: Decision, tick: TickRecord): readonly string[] {
  const { outcome, findings } = decision;
  const plan = outcome.kind === "propose" ? outcome.plan : null;
  const notable = findings.filter(({ level }) => level !== "ok");
  return [
    "",
    decisionSentence(decision),
    ...(plan === null
      ? []
      : [
          "",
          planSentence(plan),
          boundsSentence(plan),
          ...figuresTable(plan).map(({ label, value }) => `  ${label}: ${value}`),
        ]),
    "",
    ...notable.map((finding) => `  ${finding.level.padEnd(8)} ${findingSentence(finding)}`),
    `  ${findings.length - notable.length} of ${findings.length} checks pass.`,
    "",
    ...decision.inputs.map(({ kind, id }) => `  ${kind.padEnd(10)} ${id}`),
    `  ${"decision".padEnd(10)} ${tick.decisionId}`,
  ];
}
