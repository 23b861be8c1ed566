import type { UserRole } from "@ballast/db";
import type { Env } from "../env/parseEnv.ts";

/** The strongest role that the allow-list gives an address. */
export function allowListRole(address: string, lists: Pick<Env, "operators" | "policyAuthors">): UserRole {
  if (lists.operators.includes(address)) return "operator";
  return lists.policyAuthors.includes(address) ? "policy-author" : "viewer";
}
