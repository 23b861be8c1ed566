import type { Hash32 } from "@ballast/core";
import { HashMismatchError, type HashStatement, HashUncheckedError } from "./errors.ts";

/**
 * The hash on which all statements agree.
 * @throws HashMismatchError when two differ, HashUncheckedError when fewer than two distinct parties spoke.
 */
export function compareHashes(statements: readonly HashStatement[]): Hash32 {
  const [first] = statements;
  if (first === undefined || new Set(statements.map(({ by }) => by)).size < 2) {
    throw new HashUncheckedError(statements);
  }
  const agreed = first.hash.toLowerCase();
  if (statements.some(({ hash }) => hash.toLowerCase() !== agreed)) throw new HashMismatchError(statements);
  return agreed as Hash32;
}
