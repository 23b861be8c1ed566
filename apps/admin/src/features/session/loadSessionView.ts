import { address, checksumAddress } from "@ballast/core";
import type { Role } from "../../auth/roles.ts";
import { session } from "../../auth/session.ts";
import { nameOf } from "../../queries/names.ts";
import type { SessionView } from "./sessionView.ts";

const WORDS: Readonly<Record<Role, string>> = {
  owner: "Owner",
  operator: "Operator",
  "policy-author": "Policy author",
  viewer: "Viewer",
};

/** The signed-in person as the account `segment` sees them; null when nobody is signed in. */
export async function loadSessionView(segment: string | null): Promise<SessionView | null> {
  const signedIn = await session();
  if (signedIn === null) return null;
  const ownsThis = segment !== null && signedIn.owns.includes(segment);
  const words = signedIn.roles.map((role) => WORDS[role]);
  return {
    address: signedIn.address,
    shown: checksumAddress(address(signedIn.address)),
    name: await nameOf(signedIn.address),
    roles: words.length === 0 ? "No role here" : words.join(", "),
    ownsThis,
    mayOperate: signedIn.roles.includes("operator"),
    mayAuthor: signedIn.roles.includes("policy-author"),
  };
}
