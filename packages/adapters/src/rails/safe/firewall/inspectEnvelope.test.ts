import type { AccountRef, SafeState, SafeTransaction } from "@ballast/core";
import { describe, expect, it } from "vitest";
import { buildRejection } from "../buildRejection.ts";
import { ACCOUNT, SAFE_STATE } from "../testing/sampleBatch.ts";
import { inspectAccount, inspectGasFields, inspectNonce } from "./inspectEnvelope.ts";

const GOOD = buildRejection(ACCOUNT, SAFE_STATE.nonce);
const STRANGER = "0xbad000000000000000000000000000000000bad0";

describe("inspectGasFields", () => {
  it("passes a transaction that pays nobody", () => expect(inspectGasFields(GOOD)).toEqual([]));

  it("names each field that is not zero", () => {
    const transaction: SafeTransaction = {
      ...GOOD,
      safeTxGas: 1n,
      baseGas: 2n,
      gasPrice: 3n,
      gasToken: STRANGER,
      refundReceiver: STRANGER,
    };
    expect(inspectGasFields(transaction).map(({ field, actual }) => [field, actual])).toEqual([
      ["safeTxGas", "1"],
      ["baseGas", "2"],
      ["gasPrice", "3"],
      ["gasToken", STRANGER],
      ["refundReceiver", STRANGER],
    ]);
  });
});

describe("inspectNonce", () => {
  it.each([
    ["the Safe's own", 7n, true],
    ["a hundred ahead", 107n, true],
    ["one used up", 6n, false],
    ["a hundred and one ahead", 108n, false],
  ])("judges %s", (_, nonce, passes) => {
    expect(inspectNonce({ ...GOOD, nonce }, SAFE_STATE).length === 0).toBe(passes);
  });

  it("says which nonces there are", () => {
    const [violation] = inspectNonce({ ...GOOD, nonce: 6n }, SAFE_STATE);
    expect(violation).toMatchObject({ code: "nonce", expected: "7 to 107", actual: "6" });
  });
});

describe("inspectAccount", () => {
  const codes = (change: { account?: AccountRef; safe?: SafeState | null; chainId?: bigint }) =>
    inspectAccount(ACCOUNT, { account: ACCOUNT, safe: SAFE_STATE, chainId: ACCOUNT.chainId, ...change }).map(
      ({ code, field }) => [code, field],
    );

  it.each(["1.3.0", "1.4.1", "1.5.0"])("knows Safe %s", (version) => {
    expect(codes({ safe: { ...SAFE_STATE, version } })).toEqual([]);
  });

  it.each(["1.1.1", "1.2.0", "1.3.0+L2", "1.6.0", ""])("does not know Safe %j", (version) => {
    expect(codes({ safe: { ...SAFE_STATE, version } })).toEqual([["unsupported-version", "Safe version"]]);
  });

  it.each([
    [
      "the snapshot's account",
      { account: { ...ACCOUNT, address: STRANGER } as AccountRef },
      "account of the snapshot",
    ],
    ["the snapshot's chain", { account: { ...ACCOUNT, chainId: 1n } }, "chain of the snapshot"],
    ["the deployment's chain", { chainId: 1n }, "chain of the deployment"],
  ])("compares %s", (_, change, field) => expect(codes(change)).toEqual([["account", field]]));

  it("does not pass a Safe that was not read", () => {
    expect(codes({ safe: null })).toEqual([["safe-unread", "Safe state"]]);
  });
});
