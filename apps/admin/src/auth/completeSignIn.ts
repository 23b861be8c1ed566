"use server";
import { address } from "@ballast/core";
import { appendAudit, useSignInNonce as spendSignInNonce, upsertUser } from "@ballast/db";
import { env } from "../env/env.ts";
import { chainFacts } from "../queries/chainFacts.ts";
import { database } from "../queries/database.ts";
import { allowListRole } from "./allowListRole.ts";
import { SESSION_SECONDS, sessionCookie } from "./sessionCookie.ts";
import { checkSignIn } from "./signInMessage.ts";

export type SignInEnd = { readonly ok: true } | { readonly ok: false; readonly because: string };

type Answer = { readonly message: string; readonly signature: string };

const MILLISECONDS = 1000;

/** Checks the signed message, uses up its nonce and starts a session. */
export async function completeSignIn({ message, signature }: Answer): Promise<SignInEnd> {
  const chain = await chainFacts();
  if (chain === null) return { ok: false, because: "No chain is known yet. Start the keeper first." };
  const verdict = await checkSignIn({
    message: String(message),
    signature: String(signature) as `0x${string}`,
    chainId: Number(chain.chainId),
    publicUrl: env().publicUrl,
    now: new Date(),
  });
  if (verdict.kind === "refused") return { ok: false, because: verdict.because };
  const { db } = database();
  if (!(await spendSignInNonce(db, verdict.nonce))) {
    return { ok: false, because: "This sign-in was used already or has expired. Sign in again." };
  }
  const cookie = await sessionCookie();
  cookie.address = verdict.address;
  cookie.expiresAt = Math.floor(Date.now() / MILLISECONDS) + SESSION_SECONDS;
  await cookie.save();
  const signedIn = address(verdict.address);
  await upsertUser(db, { address: signedIn, role: allowListRole(signedIn, env()) });
  await appendAudit(db, { actor: signedIn, kind: "session.signed-in", payload: {} });
  return { ok: true };
}
