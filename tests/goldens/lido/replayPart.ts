import type { EmptyChain } from "@ballast/devnet";
import type { GoldenCheck } from "../golden.ts";
import { batchingOf } from "./batching.ts";
import { checksOf } from "./checksOf.ts";
import type { Fields, LidoFile } from "./lidoFile.ts";
import { type LidoWorld, openLidoWorld } from "./lidoWorld.ts";
import { queuedRequests } from "./queuedRequests.ts";
import { kindOf, replayStep } from "./replayStep.ts";
import { replayTransfer } from "./replayTransfer.ts";
import { startOf } from "./startOf.ts";

/**
 * Replays transfers and steps on contracts of their own. The two lists were recorded together: a transfer happened at the pooled ether that
 * it names, so it comes right after the report that made it so, and before what follows there.
 */
export async function* replayPart(chain: EmptyChain, part: LidoFile): AsyncGenerator<GoldenCheck> {
  const world = await openLidoWorld(chain, startOf(part));
  const act = { world, batching: batchingOf(part), requests: queuedRequests(part) };
  const waiting = [...part.transfers.entries()];
  const reachedLater = (from: number) =>
    new Set(part.steps.slice(from).map(({ after }) => String(after ?? "")));
  yield* transfersDue(world, { waiting, later: reachedLater(0) });
  for (const [index, step] of part.steps.entries()) {
    const check = { kind: `step ${kindOf(step.action)}`, name: `steps[${index}] ${step.action}` };
    yield* checksOf(check, await replayStep({ ...act, step }));
    yield* transfersDue(world, { waiting, later: reachedLater(index + 1) });
  }
}

type Due = { readonly waiting: [number, Fields][]; readonly later: ReadonlySet<string> };

/** Those at the head of the list that belong to the pool as it stands, and those for which no report is to come: one is made for them. */
async function* transfersDue(world: LidoWorld, { waiting, later }: Due): AsyncGenerator<GoldenCheck> {
  const { stETH } = world;
  const pooled = await world.view<bigint>({ to: stETH, fn: "getTotalPooledEther" });
  for (let head = waiting[0]; head !== undefined; head = waiting[0]) {
    const [index, transfer] = head;
    const wanted = String(transfer.totalPooledEther);
    if (wanted !== String(pooled)) {
      if (later.has(wanted)) break;
      if (/^\d+$/.test(wanted)) await report(world, BigInt(wanted));
    }
    const check = { kind: "step transfer", name: `transfers[${index}] of ${transfer.amount}` };
    yield* checksOf(check, await replayTransfer(world, transfer));
    waiting.shift();
    await report(world, pooled);
  }
}

async function report(world: LidoWorld, pooled: bigint): Promise<void> {
  const now = await world.view<bigint>({ to: world.stETH, fn: "getTotalPooledEther" });
  if (now !== pooled)
    await world.attempt({ to: world.stETH, fn: "rebaseTo", args: [pooled], from: world.accounts.operator });
}
