import type { Env } from "../env/parseEnv.ts";

export type Role = "owner" | "operator" | "policy-author" | "viewer";

type Question = {
  /** Lower-case. */
  readonly address: string;
  readonly lists: Pick<Env, "operators" | "policyAuthors" | "viewers">;
  /** Owners of every account, lower-case, as the chain last said. */
  readonly owners: readonly string[];
};

/**
 * What an address may do here. Owner comes from the chain only; the other roles from the allow-list. Every role may
 * read. An address without any role may nothing.
 */
export function rolesOf({ address, lists, owners }: Question): readonly Role[] {
  const roles: readonly [Role, boolean][] = [
    ["owner", owners.includes(address)],
    ["operator", lists.operators.includes(address)],
    ["policy-author", lists.policyAuthors.includes(address)],
    ["viewer", lists.viewers.includes(address)],
  ];
  return roles.filter(([, held]) => held).map(([role]) => role);
}
