import { checksumAddress, ZERO_ADDRESS } from "../../chain/address.ts";
import { formatExact } from "../../units/formatExact.ts";
import { venueOf } from "../../units/ids.ts";
import type { PolicyDocument } from "./policyDocument.ts";
import type { PolicyIssue } from "./policyIssue.ts";
import { problem } from "./problem.ts";

const percent = (share: bigint) => `${formatExact(share, 2n)}%`;

/**
 * Caps that contradict the bands, name a venue or an operator twice, or name one that cannot be meant. An operator need not be in the
 * universe: the treasury's other accounts may be with it.
 */
export function capProblems(document: PolicyDocument): readonly PolicyIssue[] {
  const operators = document.caps.operators ?? [];
  return [
    ...document.caps.protocols.flatMap((_, i) => oneCap(document, i)),
    ...operators.flatMap((_, i) => oneOperator(operators, i)),
    ...assetsTwice(document.caps.assets ?? []),
    ...sharedCauses(document.caps.sharedCauses ?? []),
  ];
}

function sharedCauses(caps: NonNullable<PolicyDocument["caps"]["sharedCauses"]>): readonly PolicyIssue[] {
  return caps.flatMap(({ kind, account, treasury }, i) => {
    const path = `caps.sharedCauses[${i}].kind`;
    if (caps.findIndex((other) => other.kind === kind) !== i)
      return [problem({ path, value: kind, limit: "capped once", advice: "Remove one of the two." })];
    if (account !== undefined || treasury !== undefined) return [];
    const limit = "a kind with a share of the account, of the treasury, or both";
    return [problem({ path, value: kind, limit, advice: "Add account or treasury." })];
  });
}

function assetsTwice(assets: NonNullable<PolicyDocument["caps"]["assets"]>): readonly PolicyIssue[] {
  return assets.flatMap(({ asset }, i) => {
    if (assets.findIndex((other) => other.asset === asset) === i) return [];
    const advice = "Remove one of the two.";
    return [problem({ path: `caps.assets[${i}].asset`, value: asset, limit: "capped once", advice })];
  });
}

function oneOperator(
  operators: NonNullable<PolicyDocument["caps"]["operators"]>,
  i: number,
): readonly PolicyIssue[] {
  const cap = operators[i];
  if (cap === undefined) return [];
  const { operator } = cap;
  const refuse = (limit: string, advice: string) => [
    problem({ path: `caps.operators[${i}].operator`, value: checksumAddress(operator), limit, advice }),
  ];
  if (operator === ZERO_ADDRESS) return refuse("an address other than zero", "Write the operator's address.");
  return operators.findIndex((other) => other.operator === operator) === i
    ? []
    : refuse("capped once", "Remove one of the two.");
}

function oneCap({ caps, universe }: PolicyDocument, i: number): readonly PolicyIssue[] {
  const cap = caps.protocols[i];
  if (cap === undefined) return [];
  const path = `caps.protocols[${i}]`;
  const { venue, max } = cap;
  if (caps.protocols.findIndex((other) => other.venue === venue) !== i) {
    return [
      problem({
        path: `${path}.venue`,
        value: venue,
        limit: "capped once",
        advice: "Remove one of the two.",
      }),
    ];
  }
  const bands = universe.filter(({ position }) => venueOf(position) === venue);
  if (bands.length === 0) {
    const limit = "the venue of a position in the universe";
    const advice = "Correct the name or add the position with a maximum of 0%.";
    return [problem({ path: `${path}.venue`, value: venue, limit, advice })];
  }
  const target = bands.reduce((sum, band) => sum + band.target, 0n);
  if (target <= max) return [];
  const limit = `at least ${percent(target)}, the targets of its positions together`;
  return [
    problem({ path: `${path}.max`, value: percent(max), limit, advice: "Raise the cap or lower a target." }),
  ];
}
