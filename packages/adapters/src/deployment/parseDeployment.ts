import type { z } from "zod";
import { DeploymentInvalid, type DeploymentProblem } from "./DeploymentInvalid.ts";
import { inconsistencies } from "./inconsistencies.ts";
import { deploymentSchema } from "./schema.ts";
import type { Deployment } from "./types.ts";

/** Room for every venue and pool of a chain many times over; a larger file is not a deployment. */
const LONGEST_FILE = 1_048_576;

const pathOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, key) => {
    if (typeof key === "number") return `${text}[${key}]`;
    return text === "" ? String(key) : `${text}.${String(key)}`;
  }, "") || "(the whole file)";

function valueAt(document: unknown, path: readonly PropertyKey[]): string {
  const value = path.reduce<unknown>(
    (at, key) => (typeof at === "object" && at !== null ? Reflect.get(at, key) : undefined),
    document,
  );
  const shown = value === undefined ? "nothing" : JSON.stringify(value);
  return shown.length > 80 ? `${shown.slice(0, 77)}...` : shown;
}

const problemOf = (issue: z.core.$ZodIssue, document: unknown): DeploymentProblem => ({
  field: pathOf(issue.path),
  value: issue.code === "unrecognized_keys" ? issue.keys.join(", ") : valueAt(document, issue.path),
  limit: issue.message,
});

function parseJson(text: string, origin: string): unknown {
  if (text.length > LONGEST_FILE) {
    const found = { field: "(the whole file)", value: `${text.length} characters` };
    throw new DeploymentInvalid(origin, [{ ...found, limit: `at most ${LONGEST_FILE} characters` }]);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new DeploymentInvalid(origin, [
      { field: "(the whole file)", value: error.message, limit: "must be JSON" },
    ]);
  }
}

/** Leaves out what is undefined, so that optional fields are absent and not present without a value. */
const present = <Value>(record: Readonly<Record<string, Value | undefined>>): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(record).filter((entry): entry is [string, Value] => entry[1] !== undefined),
  );

function assemble(file: z.output<typeof deploymentSchema>): Deployment {
  const { genesisHash, venues, routes, citations, ...rest } = file;
  return {
    ...rest,
    ...(genesisHash === undefined ? {} : { genesisHash }),
    venues: Object.fromEntries(
      Object.entries(present(venues)).map(([id, contracts]) => [id, present(contracts)]),
    ),
    routes: present(routes),
    citations: citations ?? {},
  };
}

/**
 * Reads a deployment file of schema `ballast/deployment/1`. `origin` is its name or path, for messages.
 *
 * @throws DeploymentInvalid with every problem at once: field, value, limit.
 */
export function parseDeployment(text: string, origin = "file"): Deployment {
  const document = parseJson(text, origin);
  const parsed = deploymentSchema.safeParse(document);
  if (!parsed.success) {
    throw new DeploymentInvalid(
      origin,
      parsed.error.issues.map((issue) => problemOf(issue, document)),
    );
  }
  const deployment = assemble(parsed.data);
  const problems = inconsistencies(deployment);
  if (problems.length > 0) throw new DeploymentInvalid(origin, problems);
  return deployment;
}
