import { at, type Fields, type RecordedStep } from "./recordedStep.ts";

/** What is not a figure of the outcome. */
const NOT_COMPARED = ["i", "action", "args", "gasUsed", "reverted", "note"];

/** The paths of all figures that are recorded of a step. */
export function figuresOf(step: RecordedStep): string[] {
  return Object.keys(step)
    .filter((key) => !NOT_COMPARED.includes(key))
    .flatMap((key) => leaves(step[key]).map((rest) => key + rest));
}

function leaves(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [""];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner).map((rest) => `.${key}${rest}`));
}

/** A step with one figure altered: by so many wei, or the other answer. */
export function altered(step: RecordedStep, { path, by }: { path: string; by: bigint }): RecordedStep {
  const recorded = at(step, path);
  const value = typeof recorded === "boolean" ? !recorded : String(BigInt(String(recorded)) + by);
  return replaced(step, { keys: path.split("."), value }) as RecordedStep;
}

function replaced(fields: Fields, { keys, value }: { keys: readonly string[]; value: unknown }): Fields {
  const [key = "", ...rest] = keys;
  const inner = rest.length === 0 ? value : replaced(Object(fields[key]) as Fields, { keys: rest, value });
  return { ...fields, [key]: inner };
}
