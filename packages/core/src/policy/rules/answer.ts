import type { PositionReading } from "../../snapshot/types.ts";
import type { PositionId } from "../../units/brands.ts";
import { compareText } from "../../units/compareText.ts";
import { baseUnits } from "../../units/quantities.ts";
import type { Effect, Finding } from "../finding.ts";
import type { GuardResponse } from "../policy.ts";
import type { RuleContext } from "../rule.ts";

/** No entries into these positions; nothing at all when there are none. */
export function freezing(positions: readonly PositionId[]): Effect {
  return positions.length === 0 ? { kind: "none" } : { kind: "freeze-entries", positions };
}

/** Leave all of it, now. */
function leaving(position: PositionId): Effect {
  return { kind: "reduce-to", position, target: baseUnits(0n), urgent: true };
}

/** What a guard on one position does. Where nothing is held, an exit keeps it so. */
export function answerOf(
  response: GuardResponse,
  { position, value }: Pick<PositionReading, "position" | "value">,
): Pick<Finding, "level" | "effect"> {
  if (response === "notify") return { level: "warning", effect: { kind: "none" } };
  if (response === "freeze-entries" || value === 0n)
    return { level: "warning", effect: freezing([position]) };
  return { level: "critical", effect: leaving(position) };
}

/** What a guard saw of a venue, a contract or an asset: fine, worth telling, or tripped; and the positions that it reaches. */
export type Sight = {
  readonly finding: Omit<Finding, "rule" | "level" | "effect">;
  readonly level: "ok" | "notice" | "tripped";
  readonly positions: readonly PositionId[];
};

type Guard = { readonly rule: string; readonly response: GuardResponse; readonly sights: readonly Sight[] };

function heldOf({ snapshot }: RuleContext, tripped: readonly Sight[]): PositionReading[] {
  const reached = new Set(tripped.flatMap((sight) => sight.positions));
  return snapshot.positions
    .filter((each) => each.value > 0n && reached.has(each.position))
    .toSorted((a, b) => compareText(a.position, b.position));
}

function told({ rule, response }: Guard, { sight, isLeft }: { sight: Sight; isLeft: boolean }): Finding {
  const { finding, level, positions } = sight;
  if (level !== "tripped") return { ...finding, rule, level, effect: { kind: "none" } };
  const effect = response === "notify" ? { kind: "none" as const } : freezing(positions);
  return { ...finding, rule, level: isLeft ? "critical" : "warning", effect };
}

/**
 * The findings of what a guard saw. What tripped is answered for every position that it reaches. One finding has one effect, so an exit adds a
 * finding `exit-asked` for each position that is held, with the evidence of all that reaches it.
 */
export function answerSights(context: RuleContext, guard: Guard): Finding[] {
  const tripped = guard.sights.filter((sight) => sight.level === "tripped");
  const held = guard.response === "exit" ? heldOf(context, tripped) : [];
  const asked = held.map(({ position, value, source }): Finding => {
    const reaching = tripped.filter((sight) => sight.positions.includes(position));
    return {
      rule: guard.rule,
      code: "exit-asked",
      subject: { kind: "position", id: position },
      level: "critical",
      measured: { unit: "base", value },
      limit: { unit: "base", value: baseUnits(0n) },
      evidence: [source, ...reaching.flatMap(({ finding }) => finding.evidence)],
      effect: leaving(position),
    };
  });
  return [
    ...guard.sights.map((sight) =>
      told(guard, { sight, isLeft: held.some((each) => sight.positions.includes(each.position)) }),
    ),
    ...asked,
  ];
}
