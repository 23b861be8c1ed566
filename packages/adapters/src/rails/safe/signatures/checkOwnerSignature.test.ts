import type { Address, SafeState } from "@ballast/core";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { describe, expect, it } from "vitest";
import type { PinnedResult } from "../../../chain/pinnedReader.ts";
import { buildRejection } from "../buildRejection.ts";
import { safeTransactionHashes } from "../safeTransactionHashes.ts";
import { ACCOUNT, SAFE_STATE } from "../testing/sampleBatch.ts";
import { silent, stubReader, yields } from "../testing/stubReader.ts";
import { checkOwnerSignature } from "./checkOwnerSignature.ts";
import type { SafeSignature } from "./safeSignature.ts";

const key = privateKeyToAccount(generatePrivateKey());
const OWNER = key.address.toLowerCase() as Address;
const CONTRACT: Address = "0x00000000000000000000000000000000000000c0";
const HASHES = safeTransactionHashes(buildRejection(ACCOUNT, 7n), ACCOUNT);
const ONE = `0x${"1".padStart(64, "0")}` as const;
const TWO = `0x${"2".padStart(64, "0")}` as const;

async function check(signature: SafeSignature, world: { answer?: PinnedResult; version?: string } = {}) {
  const { reader, asked } = stubReader(() => world.answer ?? yields("0x"));
  const safe: SafeState = { ...SAFE_STATE, version: world.version ?? "1.4.1", owners: [CONTRACT, OWNER] };
  const verdict = await checkOwnerSignature({ reader, account: ACCOUNT, safe, hashes: HASHES, signature });
  return { ...verdict, asked: asked.flat() };
}

const signed = async (hash = HASHES.safeTxHash): Promise<SafeSignature> => ({
  kind: "ecdsa",
  owner: OWNER,
  signature: await key.sign({ hash }),
});

describe("checkOwnerSignature", () => {
  it("accepts an owner's key without asking the chain", async () => {
    expect(await check(await signed())).toMatchObject({ verdict: "valid", asked: [] });
  });

  it("refuses an owner's key over another transaction, and names who it recovers to", async () => {
    const found = await check(await signed(HASHES.messageHash));
    expect(found).toMatchObject({
      verdict: "invalid",
      reason: expect.stringContaining("another transaction"),
    });
  });

  it("refuses a stranger, however well signed", async () => {
    const stranger = { ...(await signed()), owner: `0x${"99".repeat(20)}` } as SafeSignature;
    expect(await check(stranger)).toMatchObject({
      verdict: "invalid",
      reason: expect.stringContaining("no owner"),
    });
  });

  it("refuses bytes that are no signature", async () => {
    const broken: SafeSignature = { kind: "ecdsa", owner: OWNER, signature: "0x1234" };
    expect(await check(broken)).toMatchObject({ verdict: "invalid" });
  });

  it.each<[string, PinnedResult, string]>([
    ["1", yields(ONE), "valid"],
    ["0", yields(`0x${"0".repeat(64)}`), "invalid"],
    ["2", yields(TWO), "invalid"],
    ["nothing", yields("0x"), "invalid"],
    ["silence", silent, "unknown"],
  ])("reads approvedHashes of %s", async (_, answer, verdict) => {
    expect(await check({ kind: "approved-hash", owner: OWNER }, { answer })).toMatchObject({ verdict });
  });

  it.each([
    ["1.3.0", "0x20c13b0b"],
    ["1.4.1", "0x20c13b0b"],
    ["1.5.0", "0x1626ba7e"],
  ])("asks a contract owner of a Safe %s by %s", async (version, selector) => {
    const answer = yields(`${selector}${"0".repeat(56)}` as `0x${string}`);
    const found = await check({ kind: "contract", owner: CONTRACT, data: "0x01" }, { answer, version });
    expect(found.verdict).toBe("valid");
    expect(found.asked[0]).toMatchObject({ to: CONTRACT, data: expect.stringMatching(`^${selector}`) });
    const subject =
      version === "1.5.0"
        ? HASHES.safeTxHash.slice(2)
        : `1901${HASHES.domainHash.slice(2)}${HASHES.messageHash.slice(2)}`;
    expect(found.asked[0]?.data).toContain(subject);
  });
});
