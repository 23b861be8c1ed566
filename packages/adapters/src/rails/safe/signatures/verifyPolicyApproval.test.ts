import type { Address, Hex, PolicyApproval, PolicyApprovalMessage, UnixSeconds } from "@ballast/core";
import { policyApprovalTypedData } from "@ballast/core";
import { encodeAbiParameters, keccak256, stringToHex } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { describe, expect, it } from "vitest";
import { ACCOUNT } from "../testing/sampleBatch.ts";
import { reverts, silent, stubReader, yields } from "../testing/stubReader.ts";
import { verifyPolicyApproval } from "./verifyPolicyApproval.ts";

const key = privateKeyToAccount(generatePrivateKey());
const OWNER = key.address.toLowerCase() as Address;
const MAGIC: Hex = `0x1626ba7e${"00".repeat(28)}`;
const MESSAGE: PolicyApprovalMessage = {
  account: ACCOUNT,
  policyHash: `0x${"a1".repeat(32)}` as const,
  version: 2n,
  previousHash: `0x${"b2".repeat(32)}` as const,
  notBefore: 1_800_000_000n as UnixSeconds,
};

const signedBy = async (message: PolicyApprovalMessage, owner: Address = OWNER): Promise<PolicyApproval> => ({
  message: MESSAGE,
  owner,
  signature: await key.signTypedData(policyApprovalTypedData(message)),
});

/** The digest written out from docs/canonical-encoding.md §4, without the typed-data library. */
function digestByHand(): Hex {
  const text = (value: string) => keccak256(stringToHex(value));
  const words = (types: readonly string[], values: readonly unknown[]) =>
    keccak256(
      encodeAbiParameters(
        types.map((type) => ({ type })),
        values as unknown[],
      ),
    );
  const domain = words(
    ["bytes32", "bytes32", "bytes32", "uint256", "address"],
    [
      text("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
      text("Ballast"),
      text("1"),
      ACCOUNT.chainId,
      ACCOUNT.address,
    ],
  );
  const message = words(
    ["bytes32", "bytes32", "address", "uint256", "bytes32", "uint256"],
    [
      text(
        "PolicyApproval(bytes32 policyHash,address account,uint256 version,bytes32 previousHash,uint256 notBefore)",
      ),
      MESSAGE.policyHash,
      ACCOUNT.address,
      MESSAGE.version,
      MESSAGE.previousHash,
      MESSAGE.notBefore,
    ],
  );
  return keccak256(`0x1901${domain.slice(2)}${message.slice(2)}`);
}

describe("verifyPolicyApproval", () => {
  it("accepts the owner's key without asking the chain", async () => {
    const { reader, asked } = stubReader(() => silent);
    expect(await verifyPolicyApproval(reader, await signedBy(MESSAGE))).toEqual({ verdict: "valid" });
    expect(asked).toEqual([]);
  });

  it("accepts a signature over the digest as the documentation writes it", async () => {
    const { reader } = stubReader(() => silent);
    const signature = await key.sign({ hash: digestByHand() });
    expect(await verifyPolicyApproval(reader, { message: MESSAGE, owner: OWNER, signature })).toEqual({
      verdict: "valid",
    });
  });

  it.each<[string, Partial<PolicyApprovalMessage>]>([
    ["another policy", { policyHash: `0x${"a2".repeat(32)}` as const }],
    ["another version", { version: 3n }],
    ["another predecessor", { previousHash: `0x${"00".repeat(32)}` as const }],
    ["another time", { notBefore: 1n as UnixSeconds }],
    ["another chain", { account: { ...ACCOUNT, chainId: 1n } }],
    ["another Safe", { account: { ...ACCOUNT, address: `0x${"77".repeat(20)}` as const } }],
  ])("refuses a signature over %s", async (_, change) => {
    const { reader } = stubReader(() => yields("0x"));
    const approval = await signedBy({ ...MESSAGE, ...change });
    expect(await verifyPolicyApproval(reader, approval)).toMatchObject({ verdict: "invalid" });
  });

  it("refuses another owner's signature", async () => {
    const { reader } = stubReader(() => yields("0x"));
    const approval = await signedBy(MESSAGE, `0x${"88".repeat(20)}` as const);
    expect(await verifyPolicyApproval(reader, approval)).toMatchObject({ verdict: "invalid" });
  });

  it.each([
    ["says yes", yields(MAGIC), "valid"],
    ["reverts", reverts(), "invalid"],
    ["cannot be asked", silent, "unknown"],
  ] as const)("asks an owner that is a contract, which %s", async (_, answer, verdict) => {
    const { reader, asked } = stubReader(() => answer);
    const approval: PolicyApproval = {
      message: MESSAGE,
      owner: `0x${"5a".repeat(20)}` as const,
      signature: "0x1234",
    };
    expect(await verifyPolicyApproval(reader, approval)).toMatchObject({ verdict });
    expect(asked.flat()[0]?.data).toContain(digestByHand().slice(2));
  });

  it("does not take an eth_sign form for typed data", async () => {
    const { reader } = stubReader(() => yields("0x"));
    const signature = await key.signMessage({ message: { raw: digestByHand() } });
    const raised =
      `${signature.slice(0, -2)}${(Number.parseInt(signature.slice(-2), 16) + 4).toString(16)}` as Hex;
    expect(
      await verifyPolicyApproval(reader, { message: MESSAGE, owner: OWNER, signature: raised }),
    ).toMatchObject({ verdict: "invalid" });
  });
});
