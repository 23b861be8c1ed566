import { OptionError } from "../errors.ts";
import type { ScenarioParameters } from "../scenarios/scenario.ts";

/** The kind of request that the devnet answers. */
export const scenarioRequestKind = "devnet-scenario";

/**
 * What a request's payload asks for: `{name, params}`, the parameters optional.
 * @throws {OptionError} naming the field
 */
export function scenarioRequest(payload: Readonly<Record<string, unknown>>): {
  name: string;
  parameters: ScenarioParameters;
} {
  const { name, params = {}, ...rest } = payload;
  const [stranger] = Object.keys(rest);
  if (stranger !== undefined)
    throw new OptionError({ option: stranger, value: rest[stranger], limit: "one of name, params" });
  if (typeof name !== "string")
    throw new OptionError({ option: "name", value: name, limit: "the name of a scenario" });
  if (!isRecord(params)) throw new OptionError({ option: "params", value: params, limit: "an object" });
  return { name, parameters: params };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
