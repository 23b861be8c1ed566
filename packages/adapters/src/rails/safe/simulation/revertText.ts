import type { Hex } from "@ballast/core";
import { describeRevert } from "../../../chain/describeRevert.ts";

/** A Safe's own codes (safe-smart-account docs/error_codes.md), as far as `execTransaction` meets them. */
const GS: Readonly<Record<string, string>> = {
  GS010: "not enough gas for the transaction",
  GS011: "the gas refund in ETH could not be paid",
  GS012: "the gas refund in tokens could not be paid",
  GS013: "a call inside failed",
  GS020: "too few signatures",
  GS021: "a contract signature points into the signatures",
  GS022: "a contract signature lies outside the data",
  GS023: "a contract signature is longer than the data",
  GS024: "a contract owner does not accept its signature",
  GS025: "an owner has not approved the hash",
  GS026: "a signer is no owner, or signed another hash, nonce, chain or Safe",
  GS030: "only an owner may approve a hash",
  GS031: "only the Safe itself may do this",
};

/** A revert of `execTransaction` in words; Safe codes are explained. */
export function revertText(data: Hex): string {
  const text = describeRevert(data);
  const code = /GS\d{3}/.exec(text)?.[0];
  const meaning = code === undefined ? undefined : GS[code];
  return meaning === undefined ? text : `${text}: ${meaning}`;
}
