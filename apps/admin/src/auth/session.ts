import { cache } from "react";
import { env } from "../env/env.ts";
import { ownersByAccount } from "../queries/owners.ts";
import { type Role, rolesOf } from "./roles.ts";
import { sessionCookie } from "./sessionCookie.ts";

export type Session = {
  /** Lower-case. */
  readonly address: `0x${string}`;
  readonly roles: readonly Role[];
  /** Accounts that this address owns, as parts of the path. */
  readonly owns: readonly string[];
  /** Unix seconds. */
  readonly expiresAt: number;
};

const MILLISECONDS = 1000;

/** Who is signed in, with the roles of this moment; null when nobody is or the session ended. */
export const session = cache(async (): Promise<Session | null> => {
  const { address, expiresAt } = await sessionCookie();
  if (address === undefined || expiresAt === undefined || expiresAt * MILLISECONDS <= Date.now()) return null;
  const owners = await ownersByAccount();
  const owns = [...owners]
    .filter(([, list]) => list.some((owner) => owner === address))
    .map(([segment]) => segment);
  const roles = rolesOf({ address, lists: env(), owners: [...owners.values()].flat() });
  return { address: address as `0x${string}`, roles, owns, expiresAt };
});
