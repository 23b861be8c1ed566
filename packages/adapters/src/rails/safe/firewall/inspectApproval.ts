import type { Address } from "@ballast/core";
import { decodeApprove } from "./decodeApprove.ts";
import type { BatchEntry } from "./decodeMultiSend.ts";
import type { Violation } from "./violation.ts";
import { violationAt } from "./violationAt.ts";

/** The only approval that may stand at this place. */
export type ApprovalTerms = {
  readonly token: Address;
  readonly spender: Address;
  readonly amount: bigint;
  readonly call: bigint;
};

/**
 * An approval of exactly this amount of this token to this spender.
 * @throws MalformedDataError when the data is no approval
 */
export function inspectApproval(entry: BatchEntry, terms: ApprovalTerms): readonly Violation[] {
  const { token, spender, amount, call } = terms;
  const bytes = decodeApprove(entry.data);
  return [
    ...violationAt(call, { code: "approval", field: "token", expected: token, actual: entry.to }),
    ...violationAt(call, { code: "spender", field: "spender", expected: spender, actual: bytes.spender }),
    ...violationAt(call, { code: "approval", field: "allowance", expected: amount, actual: bytes.amount }),
  ];
}
