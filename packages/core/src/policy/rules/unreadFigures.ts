import type { VenueId } from "../../units/brands.ts";
import { compareText } from "../../units/compareText.ts";
import type { Finding } from "../finding.ts";
import type { RuleContext } from "../rule.ts";
import { positionsIn } from "./concerned.ts";
import { unseen } from "./unseen.ts";

/** `figure:<venue>:<figure>`, as Missing names it. */
const FIGURE = /^figure:([^:]+):(.+)$/;

/**
 * A figure that a guard needs and that could not be read: unknown, so nothing is entered where it belongs. What the account
 * neither holds nor may hold is passed over.
 */
export function unreadFigures(
  context: RuleContext,
  { rule, isOf }: { readonly rule: string; readonly isOf: (figure: string) => boolean },
): Finding[] {
  const subjects = [...new Set(context.snapshot.missing.map((each) => each.subject))].sort(compareText);
  return subjects.flatMap((subject): Finding[] => {
    const [, venue = "", figure = ""] = FIGURE.exec(subject) ?? [];
    const positions = positionsIn(context, venue as VenueId);
    if (!isOf(figure) || positions.length === 0) return [];
    return [
      unseen({
        rule,
        code: "figure-unknown",
        subject: { kind: "figure", id: `${venue}:${figure}` },
        evidence: [{ kind: "header", field: "hash" }],
        positions,
      }),
    ];
  });
}
