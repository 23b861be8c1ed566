import type { Address, Flag, Missing } from "@ballast/core";
import type { ReadRequest } from "../../adapter.ts";
import type { Read } from "../../chain/read.ts";
import { LIDO_ID } from "./contracts.ts";
import type { PoolReading } from "./readPool.ts";
import type { QueueReading } from "./readQueue.ts";

type Statement = Pick<Flag, "code" | "stops"> & {
  readonly contract: Address;
  readonly method: string;
  /** What is lost when it cannot be read, where that is not the whole venue. */
  readonly lost?: Pick<Missing, "subject">;
};
type Said = { readonly flags: readonly Flag[]; readonly missing: readonly Missing[] };

const flagOf = ({ code, stops, contract, method }: Statement): Flag => ({
  venue: LIDO_ID,
  code,
  stops,
  source: { kind: "call", contract, method },
});

/** A statement that is true is a flag; one that could not be read is missing, never taken for false. */
function said(read: Read<boolean>, statement: Statement): Said {
  if (read.ok) return { flags: read.value ? [flagOf(statement)] : [], missing: [] };
  const detail = `${statement.method}: ${read.missing.detail}`;
  return { flags: [], missing: [{ ...read.missing, ...statement.lost, detail }] };
}

/** The deployment has no stETH, so nobody can say whether it stands still. Stated, and it stops nothing. */
const noSwitch = (wstETH: Address): Said => ({
  flags: [
    {
      venue: LIDO_ID,
      code: "no-pause-getter",
      stops: "none",
      source: { kind: "state", account: wstETH, field: "code" },
    },
  ],
  missing: [],
});

/** stETH stands still: no transfer, no wrap or unwrap. wstETH itself still trades on markets, so only entries stop. */
function ofPool(pool: PoolReading | null, deployment: ReadRequest["deployment"]): Said {
  const { stETH, wstETH } = deployment.venues[LIDO_ID] ?? {};
  if (wstETH === undefined) return { flags: [], missing: [] };
  if (pool === null || stETH === undefined) return noSwitch(wstETH.address);
  const { address: contract } = stETH;
  return said(pool.isStopped, { code: "steth-stopped", stops: "entries", contract, method: "isStopped" });
}

/**
 * The queue paused takes no request, so nothing should enter; what is finalised can still be claimed, and markets still trade.
 * Bunker mode stops nothing: reports finalise more slowly, because a loss may still have to be shared. What the queue does not say
 * leaves the way out unknown, not the value of what is held.
 */
function ofQueue(queue: QueueReading | null): readonly Said[] {
  if (queue === null) return [];
  const { address: contract, isPaused, isBunkerModeActive } = queue;
  const pause: Statement = {
    code: "withdrawal-queue-paused",
    stops: "entries",
    contract,
    method: "isPaused",
    lost: { subject: `figure:${LIDO_ID}:pause:withdrawalQueue` },
  };
  const bunker: Statement = {
    code: "bunker-mode",
    stops: "none",
    contract,
    method: "isBunkerModeActive",
    lost: { subject: `figure:${LIDO_ID}:bunker-mode` },
  };
  return [said(isPaused, pause), said(isBunkerModeActive, bunker)];
}

export type LidoState = { readonly pool: PoolReading | null; readonly queue: QueueReading | null };

/** What Lido says that limits what can be done with it. */
export function lidoFlags({ pool, queue }: LidoState, deployment: ReadRequest["deployment"]): Said {
  const all = [ofPool(pool, deployment), ...ofQueue(queue)];
  return { flags: all.flatMap(({ flags }) => flags), missing: all.flatMap(({ missing }) => missing) };
}
