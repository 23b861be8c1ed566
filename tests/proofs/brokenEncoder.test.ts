import {
  type BatchInspection,
  buildBatch,
  createSource,
  encodeActions,
  inspectBatch,
  loadDeployment,
  proposerSigner,
} from "@ballast/adapters";
import {
  type Address,
  type Bundle,
  bundleHash,
  encodeSignedBundle,
  type InnerCall,
  type Plan,
  type Policy,
  type SafeTransaction,
  type Snapshot,
  type SourceId,
} from "@ballast/core";
import { documentById } from "@ballast/db";
import { treasurySafes } from "@ballast/devnet";
import { type BundleVerdict, checkBundle, safeTransactionHashes } from "@ballast/verify";
import { createPublicClient, encodeFunctionData, http, keccak256, zeroAddress } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { batchBytes, MULTICALL, TRANSFER, withApprovals, withSwaps } from "./hand/batchBytes.ts";
import { openTestKeeper, openWorld, type World } from "./world.ts";

const operations = treasurySafes[0].address.toLowerCase() as Address;
const attacker: Address = "0xbad0bad0bad0bad0bad0bad0bad0bad0bad0bad0";
const deployment = loadDeployment("devnet");
const [router, weth] = [
  deployment.deadlineChecker,
  deployment.assets.find(({ id }) => id === "WETH")?.address,
];

type Honest = {
  readonly bundle: Bundle;
  readonly plan: Plan;
  readonly snapshot: Snapshot;
  readonly policy: Policy;
  readonly multiSendCallOnlyCodeHash: BatchInspection["multiSendCallOnlyCodeHash"];
};

let world: World;
let honest: Honest;

/** A real decision of a real chain, with everything that it was made from. */
beforeAll(async () => {
  world = await openWorld();
  await world.devnet.runScenario("yield-shift");
  for (let block = 0; block < 40; block++) await world.devnet.mineBlock();
  const keeper = await openTestKeeper(world);
  const { ticks } = await keeper.judge();
  const id = ticks.find(({ account }) => account === operations)?.bundleId ?? null;
  const stored = id === null ? undefined : await documentById(keeper.keeper.db, id);
  await keeper.close();
  if (stored === undefined) throw new Error("nothing was proposed");
  const bundle = stored.value as unknown as Bundle;
  const { outcome } = bundle.decision;
  if (outcome.kind !== "propose") throw new Error(`decided ${outcome.kind}`);
  const input = (kind: string) => bundle.inputs.find((each) => each.kind === kind)?.document;
  const [snapshot, policy] = [input("snapshot") as Snapshot, input("policy") as Policy];
  honest = { bundle, plan: outcome.plan, snapshot, policy, multiSendCallOnlyCodeHash: await codeHash() };
});
afterAll(() => world?.close());

async function codeHash() {
  const client = createPublicClient({ transport: http(world.devnet.rpcUrls[0]) });
  const code = await client.getCode({ address: deployment.safe.contracts.multiSendCallOnly.address });
  return code === undefined ? null : (keccak256(code) as BatchInspection["multiSendCallOnlyCodeHash"]);
}

type Batch = { readonly transaction: SafeTransaction; readonly calls: readonly InnerCall[] };

/** The builder's own way from calls to a transaction. */
function build(calls: readonly InnerCall[]): Promise<Batch> {
  const { bundle, plan } = honest;
  return buildBatch({
    calls,
    deadline: plan.deadline,
    account: bundle.account,
    nonce: bundle.transaction.nonce,
    deployment,
    safeVersion: bundle.safeVersion,
    source: createSource({ id: "rpc-1" as SourceId, url: world.devnet.rpcUrls[0], timeoutMs: 5_000 }),
  });
}

function firewall({ transaction }: Batch): readonly string[] {
  const { bundle, ...facts } = honest;
  return inspectBatch({ ...facts, account: bundle.account, transaction, deployment }).map(({ code }) => code);
}

/** What the verifier says of the bundle that the keeper, not knowing that its encoder is broken, would sign. */
async function verifier({ transaction, calls }: Batch): Promise<BundleVerdict> {
  const { bundle, snapshot } = honest;
  const hashes = safeTransactionHashes({ account: bundle.account, transaction }) as Bundle["hashes"];
  const { safeTxHash } = hashes;
  const simulation = { ...bundle.simulation, safeTxHash };
  const broken: Bundle = { ...bundle, transaction, calls, hashes, simulation };
  const proposer = proposerSigner({ file: world.devnet.proposerKeyFile });
  const { account, decisionId, decision } = broken;
  const hash = bundleHash(broken);
  const seal = { account, bundleHash: hash, decisionId, safeTxHash, block: decision.block.number };
  const signature = await proposer.signBundle({ seal, owners: snapshot.safe?.owners ?? [] });
  const text = encodeSignedBundle({ bundle: broken, bundleHash: hash, signer: proposer.address, signature });
  const { deadlineChecker, assets, routers, venues } = bundle.contracts;
  const contracts = { deadlineChecker, assets: [...assets], routers: [...routers], venues: [...venues] };
  return checkBundle(text, { contracts });
}

const failed = ({ checks }: BundleVerdict) => checks.filter(({ ok }) => !ok).map(({ id }) => id);

const deadlineAt = (deadline: bigint): InnerCall => ({
  to: router,
  value: 0n,
  data: encodeFunctionData({ abi: MULTICALL, args: [deadline, []] }),
});
const transferAway: InnerCall = {
  to: weth ?? zeroAddress,
  value: 0n,
  data: encodeFunctionData({ abi: TRANSFER, args: [attacker, 1n] }),
};

type Broken = {
  readonly fault: string;
  /** What the encoder gives instead of the plan's calls. */
  readonly encode: (calls: readonly InnerCall[]) => readonly InnerCall[];
  /** Code of a violation that the firewall must find. */
  readonly violation: string;
  /** A check of the verifier that must fail. */
  readonly check: string;
};

const ENCODERS: readonly Broken[] = [
  {
    fault: "pays the swaps to a stranger",
    encode: (calls) => withSwaps(calls, () => ({ recipient: attacker })),
    violation: "recipient",
    check: "explained",
  },
  {
    fault: "leaves what the swaps pay in the router",
    encode: (calls) => withSwaps(calls, () => ({ recipient: "0x0000000000000000000000000000000000000002" })),
    violation: "recipient",
    check: "explained",
  },
  {
    fault: "approves a stranger",
    encode: (calls) => withApprovals(calls, ({ amount }) => ({ spender: attacker, amount })),
    violation: "spender",
    check: "explained",
  },
  {
    fault: "approves one wei more than is spent",
    encode: (calls) => withApprovals(calls, ({ spender, amount }) => ({ spender, amount: amount + 1n })),
    violation: "approval",
    check: "explained",
  },
  {
    fault: "asks for one wei less than the minimum",
    encode: (calls) =>
      withSwaps(calls, ({ amountOutMinimum }) => ({ amountOutMinimum: amountOutMinimum - 1n })),
    violation: "minimum",
    check: "explained",
  },
  {
    fault: "stops the swaps at a price",
    encode: (calls) => withSwaps(calls, () => ({ sqrtPriceLimitX96: 1n })),
    violation: "price-limit",
    check: "explained",
  },
  {
    fault: "adds a transfer",
    encode: (calls) => [...calls, transferAway],
    violation: "call-unplanned",
    check: "explained",
  },
  {
    fault: "leaves the last swap out",
    encode: (calls) => calls.slice(0, -1),
    violation: "call-missing",
    check: "explained",
  },
  {
    fault: "sends ether along",
    encode: (calls) => calls.map((call) => ({ ...call, value: 1n })),
    violation: "value",
    check: "explained",
  },
  {
    fault: "buys before it sells",
    encode: (calls) => [...calls.slice(2), ...calls.slice(0, 2)],
    violation: "approval",
    check: "explained",
  },
];

type Repacked = {
  readonly fault: string;
  readonly repack: (batch: Batch) => Batch;
  readonly violation: string;
  readonly check: string;
};

/** The same batch with other calls, packed by hand: faults that `buildBatch` itself would have to have. */
const withCalls = (
  { transaction }: Batch,
  calls: readonly InnerCall[],
  delegated: readonly (0 | 1)[] = [],
) => ({
  transaction: { ...transaction, data: batchBytes(calls, delegated) },
  calls,
});

const BUILDERS: readonly Repacked[] = [
  {
    fault: "drops the deadline check",
    repack: (batch) => withCalls(batch, batch.calls.slice(1)),
    violation: "call-missing",
    check: "deadline",
  },
  {
    fault: "moves the deadline by a second",
    repack: (batch) => withCalls(batch, [deadlineAt(honest.plan.deadline + 1n), ...batch.calls.slice(1)]),
    violation: "deadline",
    check: "deadline",
  },
  {
    fault: "makes an inner call a delegatecall",
    repack: (batch) => withCalls(batch, batch.calls, [0, 0, 1]),
    violation: "delegatecall",
    check: "calls",
  },
  {
    fault: "goes through the MultiSend that allows delegatecalls",
    repack: ({ transaction, calls }) => ({
      transaction: { ...transaction, to: deployment.safe.contracts.multiSend.address },
      calls,
    }),
    violation: "target",
    check: "envelope",
  },
  {
    fault: "lets the Safe refund gas",
    repack: ({ transaction, calls }) => ({ transaction: { ...transaction, gasPrice: 1n }, calls }),
    violation: "gas-field",
    check: "envelope",
  },
];

describe("an honest encoder", () => {
  test("passes firewall and verifier, and gives the bytes that the keeper proposed", async () => {
    const batch = await build(encodeActions(honest.plan, deployment));
    expect(batch.transaction).toEqual(honest.bundle.transaction);
    expect(batchBytes(batch.calls)).toBe(batch.transaction.data);
    expect(firewall(batch)).toEqual([]);
    const verdict = await verifier(batch);
    expect(failed(verdict)).toEqual([]);
    expect(verdict.verdict).toBe("ok");
  });
});

describe("a broken encoder", () => {
  test.each(ENCODERS)("that $fault is refused by both", async ({ encode, violation, check }) => {
    const calls = encodeActions(honest.plan, deployment);
    const changed = encode(calls);
    expect(changed).not.toEqual(calls);
    await refusedByBoth(await build(changed), { violation, check });
  });
});

describe("a broken builder", () => {
  test.each(BUILDERS)("that $fault is refused by both", async ({ repack, violation, check }) => {
    const batch = await build(encodeActions(honest.plan, deployment));
    await refusedByBoth(repack(batch), { violation, check });
  });
});

/** Signature, hashes and inputs are sound: what the verifier refuses is the calls alone. */
async function refusedByBoth(batch: Batch, { violation, check }: Pick<Broken, "violation" | "check">) {
  expect(firewall(batch)).toContain(violation);
  const verdict = await verifier(batch);
  expect(verdict.verdict).toBe("refused");
  expect(failed(verdict)).toContain(check);
  const aboutCalls = ["envelope", "calls", "deadline", "explained", "worst-loss"];
  expect(failed(verdict).filter((id) => !aboutCalls.includes(id))).toEqual([]);
}
