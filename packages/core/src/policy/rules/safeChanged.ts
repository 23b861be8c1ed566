import type { Source } from "../../chain/types.ts";
import { safeSeries } from "../../history/seriesOf.ts";
import { sampleSource, windowSamples } from "../../history/windowSamples.ts";
import { SAFE_FIELDS, type SafeField, type SafeFigure, safeFigures } from "../../snapshot/safeFigures.ts";
import type { SafeState } from "../../snapshot/types.ts";
import type { PositionId } from "../../units/brands.ts";
import type { Quantity } from "../finding.ts";
import { guardOf } from "../guardDefaults.ts";
import type { Rule, RuleContext } from "../rule.ts";
import { answerSights, type Sight } from "./answer.ts";
import { watchedPositions } from "./concerned.ts";

const ID = "safe-changed";
const ACCOUNT = { kind: "account" } as const;
const READ: Source = { kind: "header", field: "hash" };
const POLICY: Source = { kind: "policy", path: "guards.safeChanged" };

/** How a part is shown: lists by how many they are, addresses as such. What a list was before is not stored. */
function shown(
  field: SafeField,
  { safe, value }: { safe: SafeState | null; value: bigint },
): Quantity | null {
  if (field === "threshold") return { unit: "count", value };
  if (field !== "owners" && field !== "modules") return { unit: "address", value };
  return safe === null ? null : { unit: "count", value: BigInt(safe[field].length) };
}

type Compared = {
  readonly figure: SafeFigure;
  readonly before: bigint | null;
  readonly seen: readonly Source[];
};

/** Each part beside the newest sample of the window that differs from it, else the newest of all. */
function compare(context: RuleContext, figure: SafeFigure): Compared {
  const series = safeSeries(figure.field);
  const samples = windowSamples(context, series);
  const sample = samples.findLast((each) => each.value !== figure.value) ?? samples.at(-1);
  if (sample === undefined) return { figure, before: null, seen: [] };
  return { figure, before: sample.value, seen: [sampleSource(series, sample)] };
}

function counted(
  parts: readonly Compared[],
  code: "unchanged" | "no-history-yet",
): Omit<Sight, "positions">[] {
  if (parts.length === 0) return [];
  const measured = { unit: "count", value: BigInt(parts.length) } as const;
  const evidence = [READ, ...parts.flatMap(({ seen }) => seen), POLICY];
  const finding = { code, subject: ACCOUNT, measured, limit: null, evidence };
  return [{ finding, level: code === "unchanged" ? "ok" : "notice" }];
}

function sightsOf(context: RuleContext, safe: SafeState): Omit<Sight, "positions">[] {
  const compared = safeFigures(safe).map((figure) => compare(context, figure));
  const changed = compared.flatMap(
    ({ figure: { field, value }, before, seen }): Omit<Sight, "positions">[] => {
      if (before === null || before === value) return [];
      const measured = shown(field, { safe, value });
      const limit = shown(field, { safe: null, value: before });
      const evidence = [READ, ...seen, POLICY];
      return [
        {
          level: "tripped",
          finding: { code: `${field}-changed`, subject: ACCOUNT, measured, limit, evidence },
        },
      ];
    },
  );
  const same = compared.filter(({ figure, before }) => before === figure.value);
  const fresh = compared.filter(({ before }) => before === null);
  return [...changed, ...counted(same, "unchanged"), ...counted(fresh, "no-history-yet")];
}

/**
 * The Safe itself is another than at some time of the window: other owners, threshold, modules, guard, fallback handler or singleton. Guards against a takeover in small steps, and against owners
 * who learn of a change from its consequences (2026-04, Drift: a threshold changed before the money left). A change back counts too. The owners' own changes are told as well: no rule
 * knows whose they were. It never leaves positions, because what leaves stays in the same Safe. Without an earlier sample nothing changed that could have been seen: told, and
 * nothing stops. A Safe that was not read is unknown.
 */
export const safeChanged: Rule = {
  id: ID,
  codes: ["unchanged", ...SAFE_FIELDS.map((field) => `${field}-changed`), "no-history-yet", "safe-unknown"],
  evaluate: (context) => {
    const { safe } = context.snapshot;
    const positions: readonly PositionId[] = watchedPositions(context).map((each) => each.position);
    if (safe === null) {
      const effect = { kind: "freeze-entries", positions: "all" } as const;
      const nothing = { measured: null, limit: null, evidence: [READ, POLICY] } as const;
      return [{ rule: ID, code: "safe-unknown", subject: ACCOUNT, level: "unknown", ...nothing, effect }];
    }
    const { response } = guardOf(context.policy, "safeChanged");
    const sights = sightsOf(context, safe).map((sight) => ({ ...sight, positions }));
    return answerSights(context, { rule: ID, response, sights });
  },
};
