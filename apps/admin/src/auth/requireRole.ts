import type { Role } from "./roles.ts";
import { type Session, session } from "./session.ts";

export type Admitted =
  | { readonly ok: true; readonly session: Session }
  | { readonly ok: false; readonly because: string };

const NAMES: Readonly<Record<Role, string>> = {
  owner: "an owner of the account",
  operator: "an operator",
  "policy-author": "a policy author",
  viewer: "a viewer",
};

/** Every act asks this first: somebody is signed in and holds one of the roles now. */
export async function requireRole(roles: readonly Role[]): Promise<Admitted> {
  const signedIn = await session();
  if (signedIn === null)
    return { ok: false, because: "You are not signed in. Sign in with your wallet first." };
  if (!signedIn.roles.some((role) => roles.includes(role))) {
    return { ok: false, because: `Only ${roles.map((role) => NAMES[role]).join(" or ")} may do this.` };
  }
  return { ok: true, session: signedIn };
}
