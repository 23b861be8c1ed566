import { StepProblem } from "./StepProblem.ts";

/** Anything with named fields, as JSON gives it. */
export type Fields = Readonly<Record<string, unknown>>;

/** One step of a file: what was done, and every figure that was recorded of it. */
export type RecordedStep = Fields & {
  readonly action: string;
  readonly before: Fields;
  readonly after: Fields;
};

/** What lies at a path such as `before.holder.weETH`; undefined where there is nothing. */
export function at(step: Fields, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (value, key) => (typeof value === "object" && value !== null ? (value as Fields)[key] : undefined),
      step,
    );
}

/**
 * The whole number at a path, in wei or shares.
 * @throws StepProblem when there is none
 */
export function figure(step: Fields, path: string): bigint {
  const recorded = at(step, path);
  if (typeof recorded === "string" && /^-?\d+$/.test(recorded)) return BigInt(recorded);
  if (Number.isSafeInteger(recorded)) return BigInt(recorded as number);
  throw new StepProblem({ field: path, recorded, found: "a whole number is needed here" });
}
