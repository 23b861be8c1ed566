import { InsertOnlyError } from "./InsertOnlyError.ts";
import { NotAllowedError } from "./NotAllowedError.ts";
import { RowRuleError } from "./RowRuleError.ts";
import { StaleEpochError } from "./StaleEpochError.ts";

type DatabaseFault = {
  readonly code: string;
  readonly message: string;
  readonly detail?: string;
  readonly constraint_name?: string;
};

/** SQLSTATE of class BL are raised by the functions under sql/; 42501 is Postgres's insufficient_privilege. */
const TRANSLATIONS: Readonly<Record<string, (fault: DatabaseFault) => Error>> = {
  BL001: (fault) => staleEpoch(fault),
  BL002: (fault) => new RowRuleError(fault.message, { cause: fault }),
  BL003: (fault) => new InsertOnlyError(fault.message, { cause: fault }),
  "42501": (fault) => new NotAllowedError(fault.message, { cause: fault }),
};

/**
 * Runs a query and turns what the database raised into the error class of that failure; any other error passes as it is.
 * @throws StaleEpochError, RowRuleError, InsertOnlyError, NotAllowedError
 */
export async function typedErrors<Result>(query: () => Promise<Result>): Promise<Result> {
  try {
    return await query();
  } catch (error) {
    const fault = databaseFault(error);
    throw (fault && TRANSLATIONS[fault.code]?.(fault)) ?? error;
  }
}

/** The error that Postgres sent, where there is one: drizzle carries it as the cause of its own. */
export function databaseFault(error: unknown): DatabaseFault | undefined {
  if (!(error instanceof Error)) return undefined;
  if ("code" in error && typeof error.code === "string" && "severity_local" in error) {
    return error as Error & DatabaseFault;
  }
  return databaseFault(error.cause);
}

function staleEpoch(fault: DatabaseFault): Error {
  const facts: { lease: string; shown: string; current: string | null } = JSON.parse(fault.detail ?? "{}");
  return new StaleEpochError({
    lease: facts.lease,
    shown: BigInt(facts.shown),
    current: facts.current === null ? null : BigInt(facts.current),
  });
}
