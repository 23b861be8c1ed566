import type { GoldenDocument } from "./goldenDocument.ts";
import { offByOne } from "./offByOne.ts";

/** Inputs, and what is not compared. Nothing else in a step may be altered without a failure. */
const INPUTS = ["i", "action", "args", "withdrawalRoot"];
/** Of a vector, what its figures follow from. */
const GIVEN: Readonly<Record<string, readonly string[]>> = {
  deposit: ["amount", "totalSharesBefore", "tokenBalanceBefore"],
  dsfUpdate: ["cause", "prevDepositShares", "addedShares", "dsfBefore", "slashingFactor"],
  withdrawable: ["depositShares", "depositScalingFactor", "slashingFactor"],
  queue: ["depositSharesToWithdraw", "depositScalingFactor", "slashingFactor"],
  slash: [
    "wadToSlash",
    "currentMagnitude",
    "maxMagnitudeBefore",
    "operatorSharesBefore",
    "slashableSharesInQueueBefore",
  ],
  complete: [
    "strategy",
    "scaledShares",
    "maxMagnitudeAtSlashableUntil",
    "totalSharesBefore",
    "tokenBalanceBefore",
  ],
};

type Leaf = { readonly path: string; readonly kind: string; readonly alter: () => void };

/**
 * Changes one figure of each kind, each in a check of its own, by the least there is. A kind is a place in a step or a vector, whichever
 * staker, strategy or withdrawal it is of.
 * @returns the checks that must fail now, with the field, and the kinds for which no check was left
 */
export function alterEachKind(document: GoldenDocument) {
  const kinds = new Set<string>();
  const done = new Set<string>();
  const changed: string[] = [];
  const alterOne = (name: string, leaves: readonly Leaf[]) => {
    for (const { kind } of leaves) kinds.add(kind);
    const leaf = leaves.find(({ kind }) => !done.has(kind));
    if (leaf === undefined) return;
    done.add(leaf.kind);
    leaf.alter();
    changed.push(`${name}: ${leaf.path}`);
  };
  for (const [section, vectors] of Object.entries(document.vectors))
    for (const [index, vector] of vectors.entries())
      alterOne(
        `${section}[${index}]`,
        leavesOf(vector, { path: "", kind: section, skip: ["scenario", ...(GIVEN[section] ?? [])] }),
      );
  for (const scenario of document.scenarios)
    for (const [index, step] of scenario.steps.entries()) {
      const leaves = leavesOf(step, { path: "", kind: "step", skip: INPUTS });
      alterOne(`${scenario.name}[${index}]`, leaves.toReversed().sort(byRarity));
    }
  return { mustFail: changed, missed: [...kinds].filter((kind) => !done.has(kind)) };
}

/** State is in every step; what only some kinds of step have goes first. */
function byRarity(one: Leaf, other: Leaf): number {
  return Number(one.path.startsWith("after")) - Number(other.path.startsWith("after"));
}

type Place = { readonly path: string; readonly kind: string; readonly skip: readonly string[] };

function leavesOf(branch: object, { path, kind, skip }: Place): readonly Leaf[] {
  return Object.entries(branch).flatMap(([name, value]): readonly Leaf[] => {
    if (skip.includes(name)) return [];
    const inList = Array.isArray(branch);
    const place = {
      path: inList ? `${path}[${name}]` : path === "" ? name : `${path}.${name}`,
      kind: inList ? `${kind}[]` : `${kind}.${name}`,
      skip,
    };
    if (typeof value === "object" && value !== null) return leavesOf(value, place);
    const alter = () => Object.assign(branch, { [name]: offByOne(value) });
    return [{ path: place.path, kind: place.kind, alter }];
  });
}
