import { type CheckOptions, checkBundle } from "../src/bundle/checkBundle.ts";

/** Ids of the checks that a text fails. */
export const failedChecks = (text: string, options: CheckOptions = {}): string[] =>
  checkBundle(text, options)
    .checks.filter(({ ok }) => !ok)
    .map(({ id }) => id);

/** What one check says of a text. */
export function detailOf(text: string, id: string): string {
  const check = checkBundle(text).checks.find((each) => each.id === id);
  if (check === undefined) throw new Error(`there is no check ${id}`);
  return check.detail;
}
