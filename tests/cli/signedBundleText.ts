import { type Bundle, bundleHash, encodeSignedBundle } from "@ballast/core";
import { documentById, proposalByHash } from "@ballast/db";
import { openTestKeeper, openWorld } from "../proofs/world.ts";

/** The signed bundle of a real proposal, as a file's text. */
export async function signedBundleText(): Promise<string> {
  const world = await openWorld();
  try {
    await world.devnet.runScenario("yield-shift");
    for (let block = 0; block < 40; block++) await world.devnet.mineBlock();
    const { keeper, judge, close } = await openTestKeeper(world);
    const { ticks } = await judge();
    const hash = ticks.find(({ outcome }) => outcome === "proposed")?.safeTxHash ?? null;
    const { bundleId, bundleSigner, bundleSignature } =
      (hash && (await proposalByHash(keeper.db, hash))) || {};
    const document = bundleId && (await documentById(keeper.db, bundleId));
    await close();
    if (!document || !bundleSigner || !bundleSignature) throw new Error("nothing was proposed");
    const bundle = document.value as unknown as Bundle;
    const signed = {
      bundle,
      bundleHash: bundleHash(bundle),
      signer: bundleSigner,
      signature: bundleSignature,
    };
    return encodeSignedBundle(signed);
  } finally {
    await world.close();
  }
}
