import {
  buildRejection,
  compareHashes,
  describeViolation,
  encodeSignatures,
  executionCalldata,
  HashMismatchError,
  inspectBatch,
  inspectRejection,
  onChainTransactionHash,
  outcomeOf,
  recoverSigner,
  type SafeSignature,
  safeTransactionHashes,
  safeTransactionTypedData,
  simulate,
  trackAccount,
} from "@ballast/adapters";
import type { Address, Bps, Hash32, Plan, SafeTransaction, Seconds, UnixSeconds } from "@ballast/core";
import { concat, type Hex, keccak256, slice } from "viem";
import type { PrivateKeyAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  batchOf,
  type Moment,
  now,
  openTreasury,
  sale,
  send,
  simulationOf,
  type Treasury,
} from "./treasury.ts";

let treasury: Treasury;
beforeAll(async () => {
  treasury = await openTreasury();
});
afterAll(() => treasury.stop());

const ownerOf = (account: PrivateKeyAccount): Address => account.address.toLowerCase() as Address;

async function signed(transaction: SafeTransaction, owner: PrivateKeyAccount): Promise<SafeSignature> {
  const signature = await owner.signTypedData(safeTransactionTypedData(transaction, treasury.account));
  return { kind: "ecdsa", owner: ownerOf(owner), signature };
}

/** As some wallets sign: `personal_sign` of the hash, marked by a v raised by 4. */
async function signedByPersonalSign(hash: Hash32, owner: PrivateKeyAccount): Promise<SafeSignature> {
  const signature = await owner.signMessage({ message: { raw: hash } });
  const v: Hex = `0x${(Number(slice(signature, 64)) + 4).toString(16)}`;
  return { kind: "ecdsa", owner: ownerOf(owner), signature: concat([slice(signature, 0, 64), v]) };
}

const owner = (place: number): PrivateKeyAccount => {
  const found = treasury.owners[place];
  if (found === undefined) throw new Error(`the treasury has no owner ${place + 1}`);
  return found;
};

const execute = (transaction: SafeTransaction, signatures: readonly SafeSignature[]) =>
  send(treasury, {
    to: treasury.account.address,
    data: executionCalldata(transaction, encodeSignatures(signatures)),
  });

const follow = async ({ block }: Moment) => {
  const { block: toBlock } = await now(treasury);
  const { source, account, deployment } = treasury;
  return trackAccount({ source, account, deployment, fromBlock: block.number, toBlock });
};

async function inspect(plan: Plan, { transaction, at }: { transaction: SafeTransaction; at: Moment }) {
  const { account, deployment, client } = treasury;
  const code = await client.getCode({ address: deployment.safe.contracts.multiSendCallOnly.address });
  return inspectBatch({
    account,
    transaction,
    plan,
    deployment,
    snapshot: {
      account,
      block: at.block,
      safe: at.safe,
      rates: at.rates,
      positions: [],
      exits: [],
      tickets: [],
    },
    policy: {
      batch: { maxCalls: 8n, maxGas: 2_000_000n },
      costs: {
        slippage: 50n as Bps,
        emergencySlippage: 300n as Bps,
        minimumNetGain: 0n as never,
        payback: 0n as Seconds,
      },
      proposalDeadline: 1_800n as Seconds,
    },
    multiSendCallOnlyCodeHash: keccak256(code ?? "0x"),
  });
}

describe("a sale of wstETH on a real chain", () => {
  it("is built, passes the firewall, hashes alike everywhere, simulates as it then executes, and is tracked", async () => {
    const at = await now(treasury);
    const plan = sale(treasury, { at, ether: 10n });
    const { transaction } = await batchOf(treasury, { plan, at });
    expect((await inspect(plan, { transaction, at })).map(describeViolation)).toEqual([]);

    const { safeTxHash } = safeTransactionHashes(transaction, treasury.account);
    const onChain = await onChainTransactionHash(at.reader, { account: treasury.account, transaction });
    if (!onChain.ok) throw new Error(onChain.missing.detail);
    expect(
      compareHashes([
        { by: "viem", hash: safeTxHash },
        { by: "chain", hash: onChain.hash },
      ]),
    ).toBe(safeTxHash);

    const simulation = await simulate(simulationOf(treasury, { plan, at, transaction }));
    expect(simulation).toMatchObject({
      success: true,
      method: "eth_simulateV1",
      configurationUnchanged: true,
      unexpected: [],
    });
    expect(simulation.allowances.every(({ after }) => after === 0n)).toBe(true);

    const first = await signed(transaction, owner(0));
    if (first.kind !== "ecdsa") throw new Error("an owner signs with a key");
    expect(await recoverSigner({ hash: safeTxHash, signature: first.signature })).toBe(ownerOf(owner(0)));
    expect(outcomeOf(await follow(at), { safeTxHash, nonce: transaction.nonce }).state).toBe("open");
    const receipt = await execute(transaction, [first, await signed(transaction, owner(1))]);
    expect(receipt.status).toBe("success");
    expect(receipt.gasUsed).toBeLessThan(simulation.gasUsed + 60_000n);

    const facts = await follow(at);
    expect(outcomeOf(facts, { safeTxHash, nonce: transaction.nonce })).toMatchObject({
      state: "executed",
      at: { blockHash: receipt.blockHash },
    });
    expect(facts.safe.nonce).toBe(at.safe.nonce + 1n);
    const after = await now(treasury);
    const view = await simulate(
      simulationOf(treasury, {
        plan: null,
        at: after,
        transaction: buildRejection(treasury.account, after.safe.nonce),
      }),
    );
    for (const asset of ["wstETH", "WETH"]) {
      const foretold = simulation.changes.find((change) => change.asset === asset);
      expect(view.changes.find((change) => change.asset === asset)?.before).toBe(foretold?.after);
    }
  });

  it("executes with signatures of different kinds in any order they come", async () => {
    const at = await now(treasury);
    const { transaction } = await batchOf(treasury, { plan: sale(treasury, { at, ether: 1n }), at });
    const { safeTxHash } = safeTransactionHashes(transaction, treasury.account);
    const signatures = [
      await signedByPersonalSign(safeTxHash, owner(2)),
      await signed(transaction, owner(1)),
    ];
    expect((await execute(transaction, signatures)).status).toBe("success");
    expect((await execute(transaction, signatures)).status).toBe("reverted");
  });

  it("does nothing after its deadline and can still be rejected", async () => {
    const at = await now(treasury);
    const plan = sale(treasury, { at, ether: 1n });
    const passed = (at.block.timestamp - 1n) as UnixSeconds;
    const { transaction } = await batchOf(treasury, { plan: { ...plan, deadline: passed }, at });
    const found = await simulate(simulationOf(treasury, { plan, at, transaction }));
    expect(found.success).toBe(false);
    expect(found.revert).toContain("call 1 of the batch");
    expect(found.revert).toContain("Transaction too old");
    const violations = await inspect(plan, { transaction, at });
    expect(violations.map(({ code }) => code)).toEqual(["deadline"]);
    const receipt = await execute(transaction, [
      await signed(transaction, owner(0)),
      await signed(transaction, owner(1)),
    ]);
    expect(receipt.status).toBe("reverted");

    const rejection = buildRejection(treasury.account, at.safe.nonce);
    const snapshot = { account: treasury.account, safe: at.safe };
    expect(inspectRejection(rejection, { account: treasury.account, snapshot })).toEqual([]);
    const rejected = await execute(rejection, [
      await signed(rejection, owner(0)),
      await signed(rejection, owner(1)),
    ]);
    expect(rejected.status).toBe("success");
    const { safeTxHash } = safeTransactionHashes(transaction, treasury.account);
    const by = safeTransactionHashes(rejection, treasury.account).safeTxHash;
    expect(outcomeOf(await follow(at), { safeTxHash, nonce: transaction.nonce })).toMatchObject({
      state: "replaced",
      by,
    });
  });

  it("that fails inside while it carries gas uses up its nonce, and is seen as reverted", async () => {
    const at = await now(treasury);
    const plan = sale(treasury, { at, ether: 1n, atLeast: 100n * 10n ** 18n });
    const { transaction: built } = await batchOf(treasury, { plan, at });
    const transaction = { ...built, safeTxGas: 500_000n };
    expect((await inspect(plan, { transaction, at })).map(({ code }) => code)).toContain("gas-field");
    const receipt = await execute(transaction, [
      await signed(transaction, owner(0)),
      await signed(transaction, owner(1)),
    ]);
    expect(receipt.status).toBe("success");
    const { safeTxHash } = safeTransactionHashes(transaction, treasury.account);
    expect(outcomeOf(await follow(at), { safeTxHash, nonce: transaction.nonce })).toMatchObject({
      state: "reverted",
    });
  });

  it("altered after it was hashed is caught by comparing with the chain", async () => {
    const at = await now(treasury);
    const { transaction } = await batchOf(treasury, { plan: sale(treasury, { at, ether: 1n }), at });
    const altered = { ...transaction, nonce: transaction.nonce + 1n };
    const onChain = await onChainTransactionHash(at.reader, {
      account: treasury.account,
      transaction: altered,
    });
    if (!onChain.ok) throw new Error(onChain.missing.detail);
    const { safeTxHash } = safeTransactionHashes(transaction, treasury.account);
    expect(() =>
      compareHashes([
        { by: "viem", hash: safeTxHash },
        { by: "chain", hash: onChain.hash },
      ]),
    ).toThrow(HashMismatchError);
  });
});
