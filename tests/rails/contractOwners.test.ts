import {
  buildRejection,
  checkOwnerSignature,
  encodeSignatures,
  executionCalldata,
  type SafeSignature,
  safeTransactionHashes,
  safeTransactionTypedData,
  simulate,
  trackAccount,
  verifyPolicyApproval,
} from "@ballast/adapters";
import {
  type AccountRef,
  type Address,
  type PolicyApprovalMessage,
  policyApprovalTypedData,
  type SafeTransaction,
  type UnixSeconds,
} from "@ballast/core";
import { concat, encodeFunctionData, type Hex, hashTypedData, parseAbi, parseEventLogs } from "viem";
import type { PrivateKeyAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { now, openTreasury, send, simulationOf, type Treasury } from "./treasury.ts";

const ZERO: Address = "0x0000000000000000000000000000000000000000";
const FACTORY = parseAbi([
  "function createProxyWithNonce(address singleton, bytes initializer, uint256 saltNonce) returns (address proxy)",
  "event ProxyCreation(address indexed proxy, address singleton)",
]);
const SAFE = parseAbi([
  "function setup(address[] owners, uint256 threshold, address to, bytes data, address fallbackHandler, address paymentToken, uint256 payment, address paymentReceiver)",
  "function approveHash(bytes32 hash)",
]);
const SAFE_MESSAGE = { SafeMessage: [{ name: "message", type: "bytes" }] } as const;

/** A Safe 1-of-2 whose second owner is another Safe, 1-of-1. */
let nested: { parent: AccountRef; child: AccountRef; key: PrivateKeyAccount };
let treasury: Treasury;

async function deploySafe(owners: readonly Address[], salt: bigint): Promise<AccountRef> {
  const { safe, fallbackHandler, proxyFactory } = treasury.deployment.safe.contracts;
  const initializer = encodeFunctionData({
    abi: SAFE,
    functionName: "setup",
    args: [owners, 1n, ZERO, "0x", fallbackHandler.address, ZERO, 0n, ZERO],
  });
  const args = [safe.address, initializer, salt] as const;
  const data = encodeFunctionData({ abi: FACTORY, functionName: "createProxyWithNonce", args });
  const receipt = await send(treasury, { to: proxyFactory.address, data });
  const [created] = parseEventLogs({ abi: FACTORY, eventName: "ProxyCreation", logs: receipt.logs });
  if (created === undefined) throw new Error("no Safe was created");
  return { ...treasury.account, address: created.args.proxy.toLowerCase() as Address };
}

beforeAll(async () => {
  treasury = await openTreasury();
  const [first, second] = treasury.owners;
  if (first === undefined || second === undefined) throw new Error("the treasury has owners");
  const child = await deploySafe([first.address], 100n);
  const parent = await deploySafe([second.address, child.address], 101n);
  nested = { parent, child, key: first };
});
afterAll(() => treasury.stop());

/** The key's signature in the name of the child Safe: an EIP-712 SafeMessage over what is to be signed. */
const inTheNameOfChild = (message: Hex): Promise<Hex> =>
  nested.key.signTypedData({
    domain: { chainId: nested.child.chainId, verifyingContract: nested.child.address },
    types: SAFE_MESSAGE,
    primaryType: "SafeMessage",
    message: { message },
  });

const parentNow = () => now({ ...treasury, account: nested.parent });

async function check(transaction: SafeTransaction, signature: SafeSignature) {
  const { reader, safe } = await parentNow();
  const hashes = safeTransactionHashes(transaction, nested.parent);
  return checkOwnerSignature({ reader, account: nested.parent, safe, hashes, signature });
}

describe("an owner that is a Safe", () => {
  it("signs by EIP-1271, off chain: accepted here exactly when the Safe executes it", async () => {
    const { safe } = await parentNow();
    const transaction = buildRejection(nested.parent, safe.nonce);
    const { domainHash, messageHash } = safeTransactionHashes(transaction, nested.parent);
    const data = await inTheNameOfChild(concat(["0x1901", domainHash, messageHash]));
    const signature: SafeSignature = { kind: "contract", owner: nested.child.address, data };
    expect(await check(transaction, signature)).toEqual({ verdict: "valid" });
    const other = { ...transaction, nonce: transaction.nonce + 1n };
    expect(await check(other, signature)).toMatchObject({ verdict: "invalid" });

    const receipt = await send(treasury, {
      to: nested.parent.address,
      data: executionCalldata(transaction, encodeSignatures([signature])),
    });
    expect(receipt.status).toBe("success");
  });

  it("approves by approveHash, on chain", async () => {
    const { safe, block } = await parentNow();
    const transaction = buildRejection(nested.parent, safe.nonce);
    const { safeTxHash } = safeTransactionHashes(transaction, nested.parent);
    const signature: SafeSignature = { kind: "approved-hash", owner: nested.child.address };
    expect(await check(transaction, signature)).toMatchObject({ verdict: "invalid" });

    const approval: SafeTransaction = {
      ...buildRejection(nested.child, 0n),
      to: nested.parent.address,
      data: encodeFunctionData({ abi: SAFE, functionName: "approveHash", args: [safeTxHash] }),
    };
    const typed = safeTransactionTypedData(approval, nested.child);
    const owner = nested.key.address.toLowerCase() as Address;
    const signed = { kind: "ecdsa", owner, signature: await nested.key.signTypedData(typed) } as const;
    await send(treasury, {
      to: nested.child.address,
      data: executionCalldata(approval, encodeSignatures([signed])),
    });

    expect(await check(transaction, signature)).toEqual({ verdict: "valid" });
    const { source, deployment } = treasury;
    const { block: toBlock } = await parentNow();
    const facts = await trackAccount({
      source,
      deployment,
      account: nested.parent,
      fromBlock: block.number,
      toBlock,
    });
    expect(facts.approvals).toMatchObject([{ safeTxHash, owner: nested.child.address }]);
  });

  it("can be the one whose approval a simulation overrides", async () => {
    const at = await parentNow();
    const transaction = buildRejection(nested.parent, at.safe.nonce);
    const request = simulationOf({ ...treasury, account: nested.parent }, { plan: null, at, transaction });
    expect(await simulate({ ...request, approvedBy: [nested.child.address] })).toMatchObject({
      success: true,
    });
  });
});

describe("a policy approval", () => {
  const message = (): PolicyApprovalMessage => ({
    account: nested.parent,
    policyHash: `0x${"a1".repeat(32)}` as const,
    version: 1n,
    previousHash: `0x${"00".repeat(32)}` as const,
    notBefore: 1_800_000_000n as UnixSeconds,
  });

  it("by a key is verified without the chain", async () => {
    const { reader } = await parentNow();
    const signature = await nested.key.signTypedData(policyApprovalTypedData(message()));
    const owner = nested.key.address.toLowerCase() as Address;
    expect(await verifyPolicyApproval(reader, { message: message(), owner, signature })).toEqual({
      verdict: "valid",
    });
  });

  it("by a Safe that is an owner is verified by asking it", async () => {
    const { reader } = await parentNow();
    const signature = await inTheNameOfChild(hashTypedData(policyApprovalTypedData(message())));
    const approval = { message: message(), owner: nested.child.address, signature };
    expect(await verifyPolicyApproval(reader, approval)).toEqual({ verdict: "valid" });
    const bent = { ...approval, message: { ...message(), version: 2n } };
    expect(await verifyPolicyApproval(reader, bent)).toMatchObject({ verdict: "invalid" });
  });

  it("by nobody, for an address without code, is invalid", async () => {
    const { reader } = await parentNow();
    const approval = {
      message: message(),
      owner: `0x${"77".repeat(20)}` as const,
      signature: "0x1234" as const,
    };
    expect(await verifyPolicyApproval(reader, approval)).toMatchObject({ verdict: "invalid" });
  });
});
