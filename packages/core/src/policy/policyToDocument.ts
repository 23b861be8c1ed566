import * as z from "zod";
import { type PolicyDocument, policyDocument } from "./document/policyDocument.ts";
import type { Policy } from "./policy.ts";

/** A policy as people write it: every field as text, in the order of the schema. What parsePolicyDocument takes. */
export type WrittenPolicy = z.input<typeof policyDocument>;

/**
 * Writes a policy's values as text, exactly.
 * @throws ZodError when the value is no policy; use checkPolicy for what comes from outside
 */
export function policyToDocument(policy: Policy): WrittenPolicy {
  const { account, ...rest } = policy;
  // The document's lists are typed as mutable; encoding only reads them.
  return z.encode(policyDocument, {
    ...rest,
    account: account.address,
    chainId: account.chainId,
  } as unknown as PolicyDocument);
}
