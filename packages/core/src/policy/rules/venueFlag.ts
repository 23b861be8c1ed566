import type { Flag } from "../../snapshot/types.ts";
import type { PositionId } from "../../units/brands.ts";
import { compareText } from "../../units/compareText.ts";
import { venueOf } from "../../units/ids.ts";
import type { Finding } from "../finding.ts";
import type { Rule, RuleContext } from "../rule.ts";

const ID = "venue-flag";

type Stop = "entries" | "exits" | "nothing";

function stopsOf({ stops }: Flag): readonly Stop[] {
  if (stops === "both") return ["entries", "exits"];
  return stops === "none" ? ["nothing"] : [stops];
}

function finding(stop: Stop, { flag, positions }: { flag: Flag; positions: readonly PositionId[] }): Finding {
  const base = {
    rule: ID,
    subject: { kind: "venue", id: flag.venue },
    measured: null,
    limit: null,
    evidence: [flag.source],
  } as const satisfies Partial<Finding>;
  if (stop === "nothing") return { ...base, code: "venue-says", level: "notice", effect: { kind: "none" } };
  if (stop === "entries") {
    return {
      ...base,
      code: "entries-stopped",
      level: "warning",
      effect: { kind: "freeze-entries", positions },
    };
  }
  return { ...base, code: "exits-stopped", level: "warning", effect: { kind: "freeze-exits", positions } };
}

function positionsIn({ snapshot, policy }: RuleContext, { venue }: Flag): PositionId[] {
  const all = [
    ...snapshot.positions.map((each) => each.position),
    ...policy.universe.map((band) => band.position),
  ];
  return [...new Set(all)].filter((position) => venueOf(position) === venue).sort(compareText);
}

/**
 * Takes a protocol at its word: paused or capped for entries, nothing is entered there; stopped for exits, no rebalance counts on leaving.
 * Guards against a batch that reverts in front of the signers. An emergency may still sell on the market. One finding for each stop, however many
 * statements of the venue lead to it.
 */
export const venueFlag: Rule = {
  id: ID,
  codes: ["venue-says", "entries-stopped", "exits-stopped"],
  evaluate: (context) => {
    const seen = new Map<string, Finding>();
    const flags = context.snapshot.flags.toSorted(
      (a, b) => compareText(a.venue, b.venue) || compareText(a.code, b.code),
    );
    for (const flag of flags) {
      for (const stop of stopsOf(flag)) {
        const key = `${flag.venue} ${stop}`;
        const earlier = seen.get(key);
        const found = finding(stop, { flag, positions: positionsIn(context, flag) });
        seen.set(
          key,
          earlier === undefined ? found : { ...earlier, evidence: [...earlier.evidence, flag.source] },
        );
      }
    }
    return [...seen.values()];
  },
};
