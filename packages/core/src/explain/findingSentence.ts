import type { Finding } from "../policy/finding.ts";
import { accountCopy } from "./accountCopy.ts";
import type { Copy } from "./copy.ts";
import { planCopy } from "./planCopy.ts";
import { type BaseUnit, ETHER, positionText, quantityText, subjectText, valueText } from "./words.ts";

/** The one table of sentences for findings. */
export const findingCopy: Copy = { ...accountCopy, ...planCopy };

function effectText({ effect }: Finding, unit: BaseUnit): string {
  switch (effect.kind) {
    case "reduce-to": {
      const target = valueText(effect.target, { unit, rounding: "down" });
      const act = effect.urgent ? "Leave it now, down to" : "Reduce to at most";
      return effect.urgent && effect.target === 0n ? " Leave it now, all of it." : ` ${act} ${target}.`;
    }
    case "raise-to":
      return ` Raise ${positionText(effect.position)} to at least ${valueText(effect.target, { unit, rounding: "up" })}.`;
    case "freeze-entries":
      return " Entries are frozen.";
    default:
      return "";
  }
}

/**
 * What a finding says, in one or two sentences: the thing, the number, the limit, what follows. Shown numbers round against us. A code from a
 * newer or another engine has no sentence here and is named as it is, with its numbers.
 */
export function findingSentence(finding: Finding, unit: BaseUnit = ETHER): string {
  const facts = {
    subject: subjectText(finding),
    measured: quantityText(finding.measured, {
      unit,
      isLimit: finding.rule === "market-depeg" || finding.rule === "slippage",
    }),
    limit: quantityText(finding.limit, { unit, isLimit: true }),
    effect: effectText(finding, unit),
  };
  const sentence = findingCopy[`${finding.rule}/${finding.code}`];
  if (sentence !== undefined) return sentence(facts);
  return `${finding.rule}/${finding.code}, ${facts.subject}: ${facts.measured}, limit ${facts.limit}.`;
}
