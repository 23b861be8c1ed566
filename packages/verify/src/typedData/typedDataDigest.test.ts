import fc from "fast-check";
import { domainSeparator, hashTypedData } from "viem";
import { describe, expect, test } from "vitest";
import { hexOf, word } from "../../test/hexOf.ts";
import { BytesError } from "../errors/BytesError.ts";
import { ballastDomainHash } from "./ballastDomainHash.ts";
import { eip712Digest } from "./eip712Digest.ts";
import { typedDataDigest } from "./typedDataDigest.ts";

const typed = (fields: string) =>
  fields.split(",").map((field) => ({ type: field.split(" ")[0] ?? "", name: field.split(" ")[1] ?? "" }));

/** As docs/canonical-encoding.md, §4 writes them. */
const TYPES = {
  Bundle: typed("address account,bytes32 bundleHash,bytes32 decisionId,bytes32 safeTxHash,uint256 block"),
  PolicyApproval: typed(
    "bytes32 policyHash,address account,uint256 version,bytes32 previousHash,uint256 notBefore",
  ),
};

const chain = fc.integer({ min: 1, max: 2 ** 32 });
const domainOf = (chainId: number, address: `0x${string}`) => ({
  name: "Ballast",
  version: "1",
  chainId,
  verifyingContract: address,
});

test("the digest of a bundle is the one that a wallet signs", () => {
  const messages = fc.record({
    bundleHash: hexOf(32),
    decisionId: hexOf(32),
    safeTxHash: hexOf(32),
    block: word,
  });
  fc.assert(
    fc.property(chain, hexOf(20), messages, (chainId, address, message) => {
      const own = typedDataDigest({
        type: "Bundle",
        account: { chainId: BigInt(chainId), address },
        message,
      });
      const wallet = { domain: domainOf(chainId, address), types: TYPES, primaryType: "Bundle" } as const;
      expect(own).toBe(hashTypedData({ ...wallet, message: { account: address, ...message } }));
    }),
  );
});

test("the digest of an approval is the one that a wallet signs", () => {
  const messages = fc.record({
    policyHash: hexOf(32),
    version: word,
    previousHash: hexOf(32),
    notBefore: word,
  });
  fc.assert(
    fc.property(chain, hexOf(20), messages, (chainId, address, message) => {
      const own = typedDataDigest({
        type: "PolicyApproval",
        account: { chainId: BigInt(chainId), address },
        message,
      });
      const wallet = {
        domain: domainOf(chainId, address),
        types: TYPES,
        primaryType: "PolicyApproval",
      } as const;
      expect(own).toBe(hashTypedData({ ...wallet, message: { account: address, ...message } }));
    }),
  );
});

test("the domain is Ballast's own, of chain and account", () => {
  const address = `0x${"ab".repeat(20)}` as const;
  expect(ballastDomainHash({ chainId: 31337n, address })).toBe(
    domainSeparator({ domain: domainOf(31337, address) }),
  );
  expect(ballastDomainHash({ chainId: 1n, address })).not.toBe(
    ballastDomainHash({ chainId: 31337n, address }),
  );
});

describe("a field that does not fit is named:", () => {
  const account = { chainId: 1n, address: `0x${"0".repeat(40)}` as const };
  const hash = `0x${"0".repeat(64)}` as const;
  const approval = { policyHash: hash, version: 1n, previousHash: hash, notBefore: 0n };
  const bundle = { bundleHash: hash, decisionId: hash, safeTxHash: hash, block: 0n };

  test.each([
    ["policyHash", { ...approval, policyHash: "0x00" as const }],
    ["version", { ...approval, version: -1n }],
    ["previousHash", { ...approval, previousHash: "0x" as const }],
    ["notBefore", { ...approval, notBefore: 2n ** 256n }],
  ])("%s of an approval", (field, message) => {
    const digest = () => typedDataDigest({ type: "PolicyApproval", account, message });
    expect(digest).toThrow(BytesError);
    expect(digest).toThrow(expect.objectContaining({ field }));
  });

  test.each([
    ["bundleHash", { ...bundle, bundleHash: "0x" as const }],
    ["safeTxHash", { ...bundle, safeTxHash: "0x01" as const }],
    ["block", { ...bundle, block: -1n }],
  ])("%s of a bundle", (field, message) => {
    expect(() => typedDataDigest({ type: "Bundle", account, message })).toThrow(
      expect.objectContaining({ field }),
    );
  });

  test("the account's address, and hashes of a digest that are not 32 bytes", () => {
    const short = { chainId: 1n, address: "0x00" as const };
    expect(() => typedDataDigest({ type: "Bundle", account: short, message: bundle })).toThrow(
      "account.address: 1 bytes",
    );
    expect(() => eip712Digest("0x00", hash)).toThrow("domainHash: 1 bytes, not 32.");
    expect(() => eip712Digest(hash, "0x")).toThrow("messageHash: 0 bytes, not 32.");
  });
});
