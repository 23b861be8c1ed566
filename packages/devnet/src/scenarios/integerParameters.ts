import { OptionError } from "../errors.ts";
import type { ScenarioParameters } from "./scenario.ts";

/** An integer that a scenario takes, with its limits. */
export interface IntegerParameter {
  readonly min: bigint;
  readonly max: bigint;
  readonly fallback: bigint;
}

/**
 * Reads integer parameters (a number, or a string of decimal digits), each with its default.
 * @throws {OptionError} for a name that the scenario does not know, or a value outside the limits
 */
export function integerParameters<Name extends string>(
  parameters: ScenarioParameters,
  known: Readonly<Record<Name, IntegerParameter>>,
): Record<Name, bigint> {
  const names = Object.keys(known) as Name[];
  for (const [name, value] of Object.entries(parameters))
    if (!names.some((one) => one === name))
      throw new OptionError({
        option: name,
        value,
        limit:
          names.length === 0 ? "left out: this scenario takes no parameters" : `one of ${names.join(", ")}`,
      });
  return Object.fromEntries(
    names.map((name) => [name, integer(name, { value: parameters[name], ...known[name] })]),
  ) as Record<Name, bigint>;
}

function integer(
  option: string,
  { value, min, max, fallback }: IntegerParameter & { value: unknown },
): bigint {
  if (value === undefined) return fallback;
  const text = typeof value === "number" || typeof value === "string" ? String(value) : "";
  const parsed = /^-?\d{1,18}$/.test(text) ? BigInt(text) : null;
  if (parsed === null || parsed < min || parsed > max)
    throw new OptionError({ option, value, limit: `an integer from ${min} to ${max}` });
  return parsed;
}
