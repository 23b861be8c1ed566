import type { GoldenCheck } from "../golden.ts";
import type { EtherfiFile } from "./etherfiFile.ts";
import { exitVectors } from "./exitVectors.ts";
import { judge } from "./judge.ts";
import { redemptionSteps } from "./redemptionSteps.ts";
import type { RigValues } from "./rigValues.ts";
import { stateVectors } from "./stateVectors.ts";
import { stepName } from "./stepName.ts";
import { stepVectors } from "./stepVectors.ts";

const vectors = [...stateVectors, ...stepVectors, ...exitVectors];

/** Every figure of a file that a formula gives, through the adapter's arithmetic. */
export async function* checkVectors(
  { steps }: Pick<EtherfiFile, "steps">,
  rig: RigValues,
): AsyncIterable<GoldenCheck> {
  const context = { rig, steps, circumstances: redemptionSteps(steps, rig) };
  for (const [index, step] of steps.entries()) {
    for (const { name, applies, check } of vectors) {
      if (!applies(step)) continue;
      yield judge({ kind: `vector ${name}`, name: stepName(step, index) }, () => check(step, context));
    }
  }
}
