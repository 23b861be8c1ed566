import { demand } from "./demand.ts";

/**
 * Goes on only if a value is the one it must be.
 * @throws CheckFailedError naming the field, what it is and what it must be
 */
export function demandEqual<Value extends string | bigint>(
  field: string,
  { is, must, because = "" }: { is: Value; must: Value; because?: string },
): void {
  demand(is === must, `${field} is ${is}, not ${must}${because && ` (${because})`}`);
}
