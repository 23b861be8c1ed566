import { recoverAddress } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { describe, expect, it } from "vitest";
import { typedDataDigest } from "../signing/typedDataDigest.ts";
import { signedBundleOf } from "../testing/bundle.ts";
import { blockNumber } from "../units/quantities.ts";
import { type BundleMessage, bundleTypedData } from "./bundleTypedData.ts";

const proposer = privateKeyToAccount(`0x${"02".repeat(32)}`);
const { bundle, bundleHash } = signedBundleOf();
const message: BundleMessage = {
  account: bundle.account,
  bundleHash,
  decisionId: bundle.decisionId,
  safeTxHash: bundle.hashes.safeTxHash,
  block: bundle.decision.block.number,
};

describe("the keeper's signature on a bundle", () => {
  it("recovers to the proposer by our own digest", async () => {
    const typed = bundleTypedData(message);
    const signature = await proposer.signTypedData(typed);
    expect(await recoverAddress({ hash: typedDataDigest(typed), signature })).toBe(proposer.address);
  });

  it.each([
    ["bundle", { bundleHash: bundle.decisionId }],
    ["decision", { decisionId: bundleHash }],
    ["transaction", { safeTxHash: bundleHash }],
    ["block", { block: blockNumber(bundle.decision.block.number + 1n) }],
    ["chain", { account: { ...bundle.account, chainId: 1n } }],
  ] as const)("binds the %s", async (_name, change) => {
    const signature = await proposer.signTypedData(bundleTypedData(message));
    const hash = typedDataDigest(bundleTypedData({ ...message, ...change }));
    expect(await recoverAddress({ hash, signature })).not.toBe(proposer.address);
  });
});
