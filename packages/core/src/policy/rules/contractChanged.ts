import { isAddressNumber } from "../../chain/addressNumber.ts";
import type { Source } from "../../chain/types.ts";
import { figureSeries } from "../../history/seriesOf.ts";
import type { Sample } from "../../history/types.ts";
import { figureBefore, sampleSource } from "../../history/windowSamples.ts";
import type { VenueFigure } from "../../snapshot/venueFigure.ts";
import type { Quantity } from "../finding.ts";
import { guardOf } from "../guardDefaults.ts";
import type { Rule, RuleContext } from "../rule.ts";
import { answerSights, type Sight } from "./answer.ts";
import { concernedFigures, type VenueFigures } from "./concernedFigures.ts";
import { unreadFigures } from "./unreadFigures.ts";

const ID = "contract-changed";
const POLICY: Source = { kind: "policy", path: "guards.contractChanged" };

const KIND = /^(implementation|admin|owner|timelock):/;
const isContract = (figure: string) => KIND.test(figure);

/** A slot that holds more than an address is shown as the number that it is. */
function quantity(value: bigint): Quantity {
  return isAddressNumber(value) ? { unit: "address", value } : { unit: "count", value };
}

type Compared = { readonly figure: VenueFigure; readonly last: Sample; readonly other: Sample | undefined };

/** Each figure beside the newest sample of the window, and the newest that differs from it. */
function compare(context: RuleContext, { figures }: VenueFigures): Compared[] {
  return figures.flatMap((figure): Compared[] => {
    const samples = figureBefore(context, figure);
    const last = samples.at(-1);
    if (last === undefined) return [];
    return [{ figure, last, other: samples.findLast((each) => each.value !== figure.value) }];
  });
}

function evidence({ figure, last, other }: Compared): Source[] {
  return [figure.source, sampleSource(figureSeries(figure.venue, figure.figure), other ?? last)];
}

function changed(each: Compared, positions: Sight["positions"]): Sight[] {
  const { figure, other } = each;
  if (other === undefined) return [];
  const [, kind = ""] = KIND.exec(figure.figure) ?? [];
  const finding = {
    code: `${kind}-changed`,
    subject: { kind: "figure", id: `${figure.venue}:${figure.figure}` },
    measured: quantity(figure.value),
    limit: quantity(other.value),
    evidence: [...evidence(each), POLICY],
  } as const;
  return [{ finding, level: "tripped", positions }];
}

/** One sight of a venue for all of its contracts that are alike; none of no contracts. */
function counted(
  { venue, positions }: VenueFigures,
  { code, level, sources }: { code: string; level: "ok" | "notice"; sources: readonly Source[][] },
): Sight[] {
  if (sources.length === 0) return [];
  const measured = { unit: "count", value: BigInt(sources.length) } as const;
  const subject = { kind: "venue", id: venue } as const;
  return [
    {
      finding: { code, subject, measured, limit: null, evidence: [...sources.flat(), POLICY] },
      level,
      positions,
    },
  ];
}

function sightsOf(context: RuleContext, venue: VenueFigures): Sight[] {
  const compared = compare(context, venue);
  const same = compared.filter((each) => each.other === undefined).map(evidence);
  const fresh = venue.figures
    .filter((figure) => !compared.some((each) => each.figure === figure))
    .map((each) => [each.source]);
  return [
    ...compared.flatMap((each) => changed(each, venue.positions)),
    ...counted(venue, { code: "unchanged", level: "ok", sources: same }),
    ...counted(venue, { code: "no-history-yet", level: "notice", sources: fresh }),
  ];
}

/**
 * A contract of a venue has another implementation, admin, owner or timelock than at some time of the window. Guards against code and control that change under
 * value that is already there: an upgrade is the protocol's right, and the reason to look before more is entered. A change back counts too. A keeper that has just
 * started has seen no earlier value, so no change either: told, and nothing stops. One that could not be read is unknown and freezes entries.
 */
export const contractChanged: Rule = {
  id: ID,
  codes: [
    "unchanged",
    "implementation-changed",
    "admin-changed",
    "owner-changed",
    "timelock-changed",
    "exit-asked",
    "no-history-yet",
    "figure-unknown",
  ],
  evaluate: (context) => {
    const { response } = guardOf(context.policy, "contractChanged");
    const sights = concernedFigures(context, isContract).flatMap((each) => sightsOf(context, each));
    return [
      ...answerSights(context, { rule: ID, response, sights }),
      ...unreadFigures(context, { rule: ID, isOf: isContract }),
    ];
  },
};
