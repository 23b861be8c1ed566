import type { InnerCall } from "@ballast/core";
import { describe, expect, it } from "vitest";
import { type BatchRequest, buildBatch } from "./buildBatch.ts";
import { BatchRefusedError, SafeVersionMismatchError } from "./errors.ts";
import { decodeMultiSend } from "./firewall/decodeMultiSend.ts";
import { ACCOUNT, callsOf, DEADLINE, SAMPLE_PLAN } from "./testing/sampleBatch.ts";
import { ROUTER, SAMPLE_DEPLOYMENT } from "./testing/sampleDeployment.ts";
import { stubSafeNode } from "./testing/stubSafeNode.ts";

const ZERO = "0x0000000000000000000000000000000000000000";
const REQUEST: BatchRequest = {
  calls: callsOf(SAMPLE_PLAN),
  deadline: DEADLINE,
  account: ACCOUNT,
  nonce: 9n,
  deployment: SAMPLE_DEPLOYMENT,
  safeVersion: "1.4.1",
  source: stubSafeNode("1.4.1"),
};

const entriesOf = (calls: readonly InnerCall[]) => calls.map((call) => ({ ...call, operation: 0n }));

describe("buildBatch", () => {
  it("makes a delegatecall to the pinned MultiSendCallOnly with the given nonce and no refund", async () => {
    const { transaction } = await buildBatch(REQUEST);
    const { data, ...envelope } = transaction;
    expect(envelope).toEqual({
      to: SAMPLE_DEPLOYMENT.safe.contracts.multiSendCallOnly.address,
      value: 0n,
      operation: 1n,
      safeTxGas: 0n,
      baseGas: 0n,
      gasPrice: 0n,
      gasToken: ZERO,
      refundReceiver: ZERO,
      nonce: 9n,
    });
    expect(data).toMatch(/^0x8d80ff0a/);
  });

  it("puts the deadline check before the plan's calls and says so in the calls it returns", async () => {
    const { transaction, calls } = await buildBatch(REQUEST);
    const [check, ...rest] = calls;
    expect(check?.to).toBe(ROUTER);
    expect(check?.data.slice(0, 10)).toBe("0x5ae401dc");
    expect(rest).toEqual(REQUEST.calls);
    expect(decodeMultiSend(transaction.data)).toEqual(entriesOf(calls));
  });

  it("sends even a single call through MultiSendCallOnly, behind its deadline check", async () => {
    const { transaction } = await buildBatch({ ...REQUEST, calls: REQUEST.calls.slice(0, 1) });
    expect(transaction.operation).toBe(1n);
    expect(decodeMultiSend(transaction.data)).toHaveLength(2);
  });

  it.each<[string, Partial<BatchRequest>]>([
    ["no calls", { calls: [] }],
    ["a nonce below zero", { nonce: -1n }],
    ["a nonce that protocol-kit's number cannot hold", { nonce: 2n ** 53n }],
    ["an account of another chain", { account: { ...ACCOUNT, chainId: 1n } }],
    ["a version that the deployment is not for", { safeVersion: "1.3.0" }],
  ])("refuses %s", async (_, change) => {
    await expect(buildBatch({ ...REQUEST, ...change })).rejects.toThrow(BatchRefusedError);
  });

  it("refuses a Safe that says another version than was read", async () => {
    await expect(buildBatch({ ...REQUEST, source: stubSafeNode("1.3.0") })).rejects.toThrow(
      SafeVersionMismatchError,
    );
  });
});

describe("buildBatch towards the node", () => {
  it("asks for nothing but the chain id, code and VERSION(), and sends nothing", async () => {
    const source = stubSafeNode("1.4.1");
    await buildBatch({ ...REQUEST, source });
    expect(source.counts().calls).toBeLessThanOrEqual(5);
  });
});
