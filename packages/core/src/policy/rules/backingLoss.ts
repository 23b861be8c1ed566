import { sampleSource } from "../../history/windowSamples.ts";
import type { PositionReading } from "../../snapshot/types.ts";
import type { Finding } from "../finding.ts";
import { guardOf } from "../guardDefaults.ts";
import type { Rule, RuleContext } from "../rule.ts";
import { answerOf, freezing } from "./answer.ts";
import { type Backing, backingOf } from "./backing.ts";
import { watchedPositions } from "./concerned.ts";

const ID = "backing-loss";

type Verdict = Omit<Finding, "rule" | "subject">;
type Known = Extract<Backing, { readonly rate: unknown }>;

function known(backing: Known): Pick<Finding, "measured" | "limit" | "evidence"> {
  return {
    measured: { unit: "wad", value: backing.rate },
    limit: { unit: "wad", value: backing.highest.value },
    evidence: [sampleSource(backing.series, backing.highest)],
  };
}

function verdict(context: RuleContext, held: PositionReading): Verdict {
  const backing = backingOf(context, held.asset);
  switch (backing.kind) {
    case "intact":
      return { ...known(backing), code: "backing-intact", level: "ok", effect: { kind: "none" } };
    case "fallen": {
      const { effect } = answerOf(guardOf(context.policy, "backingLoss").response, held);
      return { ...known(backing), code: "backing-loss", level: "critical", effect };
    }
    default: {
      const code = backing.kind === "rate-unknown" ? "rate-unknown" : "backing-unknown";
      const effect = freezing([held.position]);
      return { code, level: "unknown", measured: null, limit: null, evidence: [], effect };
    }
  }
}

/**
 * The accounting rate is below the highest one of the window: the protocol itself says that each unit is backed by less. Guards against
 * taking a loss for a depeg, where the low price is the noise; here it is the news. It stays reported until the rate has recovered or the window has
 * passed. Any fall counts unless the policy says otherwise, beyond what rounding explains. A token that rebases is judged by the rate of the
 * asset that it grows with. Without an earlier rate a loss could not have been seen, which is unknown and freezes entries: unlike other guards this one
 * speaks of value that is held or about to be bought, and a keeper that has just started fills rates from the chain's past.
 */
export const backingLoss: Rule = {
  id: ID,
  codes: ["backing-intact", "backing-loss", "backing-unknown", "rate-unknown"],
  evaluate: (context) =>
    watchedPositions(context).map((held) => {
      const { evidence, ...found } = verdict(context, held);
      return {
        rule: ID,
        subject: { kind: "position", id: held.position },
        evidence: [held.source, ...evidence, { kind: "policy", path: "guards.backingLoss" }],
        ...found,
      };
    }),
};
