"use server";
import { randomBytes } from "node:crypto";
import { address as toAddress, UnitError } from "@ballast/core";
import { createSignInNonce } from "@ballast/db";
import { env } from "../env/env.ts";
import { chainFacts } from "../queries/chainFacts.ts";
import { database } from "../queries/database.ts";
import { signInMessage } from "./signInMessage.ts";

const CHALLENGE_MS = 5 * 60_000;

export type SignInStart =
  | { readonly ok: true; readonly message: string }
  | { readonly ok: false; readonly because: string };

/** Makes the message that an address is to sign. Its nonce counts once, for five minutes. */
export async function beginSignIn(claimed: string): Promise<SignInStart> {
  const chain = await chainFacts();
  if (chain === null) return { ok: false, because: "No chain is known yet. Start the keeper first." };
  try {
    const address = toAddress(claimed);
    const nonce = randomBytes(16).toString("hex");
    const issuedAt = new Date();
    const expiresAt = new Date(issuedAt.getTime() + CHALLENGE_MS);
    await createSignInNonce(database().db, { nonce, ttlMs: CHALLENGE_MS });
    const { publicUrl } = env();
    const challenge = { address, nonce, chainId: Number(chain.chainId), publicUrl, issuedAt, expiresAt };
    return { ok: true, message: signInMessage(challenge) };
  } catch (error) {
    if (error instanceof UnitError) return { ok: false, because: error.message };
    throw error;
  }
}
