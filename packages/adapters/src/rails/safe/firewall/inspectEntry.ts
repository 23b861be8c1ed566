import type { Address, Hex } from "@ballast/core";
import type { BatchEntry } from "./decodeMultiSend.ts";
import { SAFE_CONFIGURATION } from "./safeConfiguration.ts";
import type { Violation } from "./violation.ts";
import { violationAt } from "./violationAt.ts";

/** MultiSendCallOnly from 1.5.0 on reads target zero as the Safe itself. */
const ZERO: Address = "0x0000000000000000000000000000000000000000";

/** What no call of any batch may do, whatever its plan says: delegatecall, send ETH, touch the Safe itself. */
export function inspectEntry(
  { operation, to, value, data }: BatchEntry,
  place: { readonly index: bigint; readonly account: Address },
): readonly Violation[] {
  const { index: call, account } = place;
  const found = [
    ...violationAt(call, { code: "delegatecall", field: "operation", expected: 0n, actual: operation }),
    ...violationAt(call, { code: "value", field: "value", expected: 0n, actual: value }),
  ];
  const configuration = SAFE_CONFIGURATION[data.slice(0, 10) as Hex];
  if (to !== account && to !== ZERO && configuration === undefined) return found;
  const actual = `${configuration ?? "a call"} on ${to}`;
  const field = "call";
  return [...found, { code: "safe-configuration", call, field, expected: "not on the Safe itself", actual }];
}
