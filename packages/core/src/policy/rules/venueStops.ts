import type { Flag } from "../../snapshot/types.ts";
import { compareText } from "../../units/compareText.ts";
import type { Finding } from "../finding.ts";
import type { RuleContext } from "../rule.ts";
import { positionsIn } from "./concerned.ts";

type Stop = "entries" | "exits" | "nothing";

function stopsOf({ stops }: Flag): readonly Stop[] {
  if (stops === "both") return ["entries", "exits"];
  return stops === "none" ? ["nothing"] : [stops];
}

function said(context: RuleContext, { flag, stop }: { flag: Flag; stop: Stop }): Omit<Finding, "rule"> {
  const positions = positionsIn(context, flag.venue);
  const base = {
    subject: { kind: "venue", id: flag.venue },
    measured: null,
    limit: null,
    evidence: [flag.source],
  } as const;
  if (stop === "nothing") return { ...base, code: "venue-says", level: "notice", effect: { kind: "none" } };
  const code = `${stop}-stopped`;
  return { ...base, code, level: "warning", effect: { kind: `freeze-${stop}`, positions } };
}

/** One finding for each thing that a venue stops, however many of its statements lead to it. Sorted by venue. */
export function venueStops(context: RuleContext): Omit<Finding, "rule">[] {
  const seen = new Map<string, Omit<Finding, "rule">>();
  const flags = context.snapshot.flags.toSorted(
    (a, b) => compareText(a.venue, b.venue) || compareText(a.code, b.code),
  );
  for (const flag of flags) {
    for (const stop of stopsOf(flag)) {
      const key = `${flag.venue} ${stop}`;
      const { evidence, ...found } = seen.get(key) ?? { ...said(context, { flag, stop }), evidence: [] };
      seen.set(key, { ...found, evidence: [...evidence, flag.source] });
    }
  }
  return [...seen.values()];
}
