import type { Verification } from "./verification.ts";

/** Why a transaction must not be signed here although its hash may be right; null when nothing speaks against it. */
export function unreadableBecause(verification: Verification): string | null {
  if (verification.kind === "failed") return verification.because;
  if (verification.kind === "checking") return "The transaction is still being read.";
  const { calls, bundle } = verification;
  if (bundle !== null && bundle.verdict === "refused") return bundle.summary;
  if (calls.kind === "unreadable") return `Its calldata can't be read: ${calls.because}`;
  if (calls.kind === "rejection") return null;
  const unknown = calls.calls.findIndex(({ meaning }) => meaning.kind === "unknown");
  return unknown < 0 ? null : `Call ${unknown + 1} can't be read, so nobody can tell what it does.`;
}
