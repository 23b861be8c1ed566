import { formatExact } from "../../units/formatExact.ts";
import { BPS_ONE } from "../../units/share.ts";
import type { PolicyDocument } from "./policyDocument.ts";
import type { PolicyIssue } from "./policyIssue.ts";
import { problem } from "./problem.ts";

const percent = (share: bigint) => `${formatExact(share, 2n)}%`;

/** Bands that cannot hold: out of order, twice for one position, or not adding up to the whole. */
export function bandProblems({ universe }: PolicyDocument): readonly PolicyIssue[] {
  if (universe.length === 0) {
    const limit = "at least one position";
    return [problem({ path: "universe", value: "empty", limit, advice: "List where value may be held." })];
  }
  return [...universe.flatMap((_, i) => oneBand({ universe, i })), ...sums(universe)];
}

type Universe = PolicyDocument["universe"];

function oneBand({ universe, i }: { universe: Universe; i: number }): readonly PolicyIssue[] {
  const band = universe[i];
  if (band === undefined) return [];
  const path = `universe[${i}]`;
  const { position, min, target, max } = band;
  const issues: PolicyIssue[] = [];
  if (universe.findIndex((other) => other.position === position) !== i) {
    issues.push(
      problem({
        path: `${path}.position`,
        value: position,
        limit: "listed once",
        advice: "Remove one of the two.",
      }),
    );
  }
  if (min > target) {
    const limit = `at most the target ${percent(target)}`;
    issues.push(
      problem({
        path: `${path}.min`,
        value: percent(min),
        limit,
        advice: "Lower the minimum or raise the target.",
      }),
    );
  }
  if (target > max) {
    const limit = `at most the maximum ${percent(max)}`;
    issues.push(
      problem({
        path: `${path}.target`,
        value: percent(target),
        limit,
        advice: "Lower the target or raise the maximum.",
      }),
    );
  }
  return issues;
}

function sums(universe: Universe): readonly PolicyIssue[] {
  const total = (of: "min" | "target" | "max") => universe.reduce((sum, band) => sum + band[of], 0n);
  const say = (of: string, { value, limit, advice }: { value: bigint; limit: string; advice: string }) =>
    problem({ path: "universe", value: `a list whose ${of} add up to ${percent(value)}`, limit, advice });
  const issues: PolicyIssue[] = [];
  const [min, target, max] = [total("min"), total("target"), total("max")];
  if (target !== BPS_ONE) {
    issues.push(
      say("targets", {
        value: target,
        limit: "targets of exactly 100% together",
        advice: "Change the targets.",
      }),
    );
  }
  if (min > BPS_ONE) {
    issues.push(
      say("minima", { value: min, limit: "minima of at most 100% together", advice: "Lower a minimum." }),
    );
  }
  if (max < BPS_ONE) {
    issues.push(
      say("maxima", { value: max, limit: "maxima of at least 100% together", advice: "Raise a maximum." }),
    );
  }
  return issues;
}
