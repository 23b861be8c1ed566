import { CheckFailedError } from "../errors/CheckFailedError.ts";

/**
 * Goes on only if it holds.
 * @throws CheckFailedError
 */
export function demand(holds: boolean, problem: string): asserts holds {
  if (!holds) throw new CheckFailedError(problem);
}
