import type { AccountRef } from "../../chain/types.ts";
import type { UnixSeconds } from "../../units/brands.ts";
import type { PolicyApprovalMessage } from "../approval.ts";
import type { StoredVersion } from "./types.ts";

type Row = Pick<StoredVersion, "policyId" | "version" | "previousHash">;

/**
 * The message that an owner must have signed for an approval of a stored version to count. It is put together from the
 * row and the account that is judged, so a row that was altered or copied from another account no longer fits its signatures.
 */
export function approvalMessage(
  row: Row,
  { account, notBefore }: { readonly account: AccountRef; readonly notBefore: UnixSeconds },
): PolicyApprovalMessage {
  return {
    account,
    policyHash: row.policyId,
    version: row.version,
    previousHash: row.previousHash,
    notBefore,
  };
}
