import type { Hash32 } from "../chain/types.ts";
import { contentId } from "../encoding/contentId.ts";
import type { Policy } from "./policy.ts";

/** The content id of a policy: what owners approve as `policyHash`. */
export function policyId(policy: Policy): Hash32 {
  return contentId("policy", policy);
}
