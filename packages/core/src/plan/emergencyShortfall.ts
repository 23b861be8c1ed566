import type { Source } from "../chain/types.ts";
import type { Finding } from "../policy/finding.ts";
import type { ExitReading } from "../ticket/exitReading.ts";
import type { BaseUnits, RawAmount } from "../units/brands.ts";
import { subtractToZero } from "../units/order.ts";
import { rawAmount } from "../units/quantities.ts";
import { valueUp } from "../units/value.ts";
import type { Line } from "./planningFacts.ts";
import type { Action, WithdrawalRequest } from "./types.ts";

/** How one position leaves: what is sold, what is asked of its protocol, and the ways out that the protocol has. */
export type Departure = {
  readonly line: Line;
  readonly target: BaseUnits;
  /** What is left of it but is worth less than it costs to leave, in base units, is not told. */
  readonly dust: bigint;
  readonly action: Action | null;
  readonly request: WithdrawalRequest | null;
  readonly exits: readonly ExitReading[];
};

/** Reasons that owners can do something about have a sentence of their own; every other one is a stop of the protocol. */
const CURABLE = ["blacklisted", "no-fallback-handler"];

function stoppedCode({ stoppedBy }: ExitReading): string {
  const curable = CURABLE.find((reason) => stoppedBy.includes(reason));
  return curable === undefined ? "exit-stopped" : `exit-stopped-${curable}`;
}

type Reason = { readonly code: string; readonly evidence: Source };

/** Why the rest stays: the queue that is stopped, the queue that is full, or the market. */
function reasonOf({ line, action, request, exits }: Departure): Reason {
  const queue = exits.find(({ way }) => way === "queue");
  if (queue !== undefined && queue.stoppedBy.length > 0)
    return { code: stoppedCode(queue), evidence: queue.source };
  if (queue !== undefined && request !== null) return { code: "partly-queued", evidence: queue.source };
  const evidence = line.exit?.source ??
    queue?.source ?? { kind: "policy", path: "costs.emergencySlippage" as const };
  return { code: action === null ? "no-way-out" : "partly-out", evidence };
}

function spent(part: Action | WithdrawalRequest | null): RawAmount {
  return part?.spend.amount ?? rawAmount(0n);
}

/** What of a position could not leave, and why, with what remains to be done; nothing when all of it can. */
export function emergencyShortfall(departure: Departure): Finding[] {
  const { line, target, dust, action, request } = departure;
  const leaves = rawAmount(spent(action) + spent(request));
  const excess = subtractToZero<BaseUnits>(line.value, target);
  const left = subtractToZero(excess, valueUp(leaves, line.rate));
  if (left <= dust) return [];
  const { code, evidence } = reasonOf(departure);
  return [
    {
      rule: "emergency-exit",
      code,
      subject: { kind: "position", id: line.position },
      level: "critical",
      measured: { unit: "base", value: left },
      limit: { unit: "base", value: target },
      evidence: [evidence],
      effect: { kind: "none" },
    },
  ];
}
