import { loadDeployment } from "@ballast/adapters";
import { connect, type Database, listAccounts, type TickRow } from "@ballast/db";
import type { Command } from "commander";
import { createLog } from "../log.ts";
import { createSolver, type Solver } from "../optimise/solver.ts";
import { type Replay, replayTick } from "../replay/replayTick.ts";
import { storedTicks } from "../replay/storedTicks.ts";
import { addCommand } from "./addCommand.ts";
import { findTick } from "./findTick.ts";
import type { Outcome } from "./outcome.ts";

export function registerReplay(program: Command): void {
  addCommand(program, {
    usage: "replay <tick>",
    help: "compute a stored tick again and compare its ids; <tick> is its number, `latest` or `all`",
    flags: [
      { flag: "--resolve", help: "let the allocator answer anew instead of using its recorded answer" },
    ],
    settings: ["databaseUrl", "deployment", "solverMilliseconds"],
    run: async ({ args, flags, config }) => {
      const resolve =
        flags.resolve === true
          ? createSolver({ log: createLog("warn"), milliseconds: config.solverMilliseconds })
          : null;
      const { db, close } = connect({ url: config.databaseUrl, applicationName: "ballast-cli", max: 2 });
      try {
        const { chainId } = await loadDeployment(config.deployment);
        const name = args[0] ?? "latest";
        if (name === "all") return await replayAll(db, { chainId, resolve });
        const tick = await findTick(db, { name, chainId });
        return answer(tick, await replayTick(db, { tick, resolve }));
      } finally {
        await resolve?.close();
        await close();
      }
    },
  });
}

const sentences: Readonly<Record<Replay["kind"], string>> = {
  same: "Same ids: what was stored is what this engine computes.",
  differs:
    "DIFFERENT ids: what is stored is not what this engine computes. Keep a copy of the database and find out who wrote to it.",
  "engine-differs": "Decided by another version of the engine; the ids below say what this one gives.",
  "nothing-decided": "It ended before there was a decision; what there is has the same ids.",
};

function answer(tick: TickRow, { kind, compared }: Replay): Outcome {
  const lines = compared.map(({ product, stored, replayed }) =>
    stored === replayed
      ? `  ${product.padEnd(10)} ${stored}`
      : `  ${product.padEnd(10)} stored ${stored}\n             replayed ${replayed}`,
  );
  return {
    exitCode: kind === "differs" ? 1 : 0,
    text: [`Tick ${tick.id} of ${tick.account}, block ${tick.blockNumber}`, sentences[kind], ...lines].join(
      "\n",
    ),
    json: { tick: tick.id, verdict: kind, compared },
  };
}

async function replayAll(
  db: Database,
  { chainId, resolve }: { readonly chainId: bigint; readonly resolve: Solver | null },
): Promise<Outcome> {
  const counts: Record<Replay["kind"], number> = {
    same: 0,
    differs: 0,
    "engine-differs": 0,
    "nothing-decided": 0,
  };
  const different: Outcome[] = [];
  for (const account of await listAccounts(db, chainId)) {
    for await (const tick of storedTicks(db, account)) {
      const replay = await replayTick(db, { tick, resolve });
      counts[replay.kind] += 1;
      if (replay.kind === "differs") different.push(answer(tick, replay));
    }
  }
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const summary = `${total} ticks: ${counts.same} the same, ${counts["nothing-decided"]} without a decision, ${counts["engine-differs"]} by another engine, ${counts.differs} different.`;
  return {
    exitCode: counts.differs > 0 ? 1 : 0,
    text: [...different.map(({ text }) => text), summary].join("\n"),
    json: { total, counts, different: different.map(({ json }) => json) },
  };
}
