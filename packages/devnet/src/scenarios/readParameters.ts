import { OptionError } from "../errors.ts";
import type { ScenarioParameters } from "./scenario.ts";

/** A word that a scenario takes: one of a list, the first unless told. */
export interface WordParameter {
  readonly words: readonly [string, ...string[]];
}

/** An integer that a scenario takes, with its limits. */
export interface IntegerParameter {
  readonly min: bigint;
  readonly max: bigint;
  readonly fallback: bigint;
}

type Known = Readonly<Record<string, WordParameter | IntegerParameter>>;
type Values<Wanted extends Known> = {
  [Name in keyof Wanted]: Wanted[Name] extends { words: readonly (infer Word)[] } ? Word : bigint;
};

/**
 * Reads a scenario's parameters (integers as a number or a string of digits, words as they are), each with its default.
 * @throws {OptionError} for a name that the scenario does not know, or a value outside the limits
 */
export function readParameters<const Wanted extends Known>(
  parameters: ScenarioParameters,
  wanted: Wanted,
): Values<Wanted> {
  const names = Object.keys(wanted);
  for (const [name, value] of Object.entries(parameters))
    if (!names.includes(name))
      throw new OptionError({
        option: name,
        value,
        limit:
          names.length === 0 ? "left out: this scenario takes no parameters" : `one of ${names.join(", ")}`,
      });
  const read = Object.entries(wanted).map(([name, parameter]) => [
    name,
    "words" in parameter
      ? word(name, { value: parameters[name], ...parameter })
      : integer(name, { value: parameters[name], ...parameter }),
  ]);
  return Object.fromEntries(read) as Values<Wanted>;
}

function word(option: string, { value, words }: WordParameter & { value: unknown }): string {
  if (value === undefined) return words[0];
  const known = words.find((each) => each === value);
  if (known === undefined) throw new OptionError({ option, value, limit: `one of ${words.join(", ")}` });
  return known;
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
