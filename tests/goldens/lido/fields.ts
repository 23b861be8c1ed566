import type { Fields } from "./lidoFile.ts";
import { StepProblem } from "./StepProblem.ts";

/**
 * A whole number from a recorded figure: decimal text, or a number that JSON keeps exactly.
 * @throws StepProblem when it is neither
 */
export function wholeNumber(recorded: unknown, field: string): bigint {
  if (typeof recorded === "string" && /^\d+$/.test(recorded)) return BigInt(recorded);
  if (typeof recorded === "number" && Number.isSafeInteger(recorded) && recorded >= 0)
    return BigInt(recorded);
  throw new StepProblem({ field, recorded, wanted: "a whole number, as decimal text" });
}

/**
 * A list of whole numbers, one at least.
 * @throws StepProblem when it is none
 */
export function wholeNumbers(recorded: unknown, field: string): readonly bigint[] {
  if (!Array.isArray(recorded) || recorded.length === 0)
    throw new StepProblem({ field, recorded, wanted: "a list of whole numbers" });
  return recorded.map((entry, index) => wholeNumber(entry, `${field}[${index}]`));
}

/**
 * The arguments of a step.
 * @throws StepProblem when there are none, or one that is not among `known`: it would be passed over in silence
 */
export function argumentsOf(step: Fields, known: readonly string[]): Fields {
  const args = step.args;
  if (typeof args !== "object" || args === null || Array.isArray(args))
    throw new StepProblem({ field: "args", recorded: args, wanted: `an object with ${known.join(", ")}` });
  const strange = Object.keys(args).find((name) => name !== "note" && !known.includes(name));
  if (strange !== undefined) {
    const recorded = (args as Fields)[strange];
    const wanted = `absent: an argument of this action is one of ${[...known, "note"].join(", ")}`;
    throw new StepProblem({ field: `args.${strange}`, recorded, wanted });
  }
  return args as Fields;
}
