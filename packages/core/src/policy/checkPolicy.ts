import * as z from "zod";
import { CanonicalError } from "../encoding/canonicalError.ts";
import { encodeCanonical } from "../encoding/encodeCanonical.ts";
import { type ParsedPolicy, parsePolicyDocument } from "./parsePolicy.ts";
import type { Policy } from "./policy.ts";
import { policyToDocument } from "./policyToDocument.ts";

/**
 * Whether a stored value is a policy that parsePolicy could have given, exactly: it is written as people write it, parsed
 * again, and must come out the same. An unknown field, an unsorted list or a limit out of range is refused.
 */
export function checkPolicy(value: unknown): ParsedPolicy {
  const written = tryWrite(value);
  if (written === null) return notAPolicy("it has fields that a policy has not, or lacks some");
  const again = parsePolicyDocument(written);
  if (!again.ok) return again;
  return isSameDocument(again.policy, value)
    ? again
    : notAPolicy("it is not in the form in which policies are stored");
}

function tryWrite(value: unknown): unknown {
  const hasAccount = typeof value === "object" && value !== null && Object.hasOwn(value, "account");
  const account: unknown = hasAccount ? (value as { account: unknown }).account : null;
  if (typeof account !== "object" || account === null) return null;
  try {
    return policyToDocument(value as Policy);
  } catch (error) {
    if (error instanceof z.ZodError) return null;
    throw error;
  }
}

function isSameDocument(policy: Policy, value: unknown): boolean {
  try {
    return encodeCanonical(policy) === encodeCanonical(value);
  } catch (error) {
    if (error instanceof CanonicalError) return false;
    throw error;
  }
}

function notAPolicy(why: string): ParsedPolicy {
  const message = `The stored document is no policy: ${why}. Publish it again from its YAML.`;
  return { ok: false, issues: [{ path: "", value: "the stored document", limit: "a policy", message }] };
}
