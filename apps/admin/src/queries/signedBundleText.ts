import { encodeCanonical, type Hash32 } from "@ballast/core";
import { documentById, proposalByHash } from "@ballast/db";
import { database } from "./database.ts";

/** The canonical record `{bundle, bundleHash, signature, signer}` of a proposal; null when it has none. */
export async function signedBundleText(safeTxHash: Hash32): Promise<{ text: string; nonce: bigint } | null> {
  const { db } = database();
  const row = await proposalByHash(db, safeTxHash);
  if (row === undefined || row.bundleId === null) return null;
  const { bundleId: bundleHash, bundleSigner: signer, bundleSignature: signature } = row;
  if (signer === null || signature === null) return null;
  const bundle = await documentById(db, bundleHash);
  if (bundle === undefined) return null;
  return { text: encodeCanonical({ bundle: bundle.value, bundleHash, signature, signer }), nonce: row.nonce };
}
