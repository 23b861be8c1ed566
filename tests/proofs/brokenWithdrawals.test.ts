import { inspectBatch, safeTransactionHashes } from "@ballast/adapters";
import {
  type Bundle,
  bundleHash,
  bundleTypedData,
  contentId,
  encodeSignedBundle,
  type InnerCall,
  type Plan,
  type Policy,
  type SafeTransaction,
  seconds,
} from "@ballast/core";
import { type BundleVerdict, checkBundle } from "@ballast/verify";
import { encodeFunctionData, zeroAddress } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { describe, expect, test } from "vitest";
import { batchBytes, MULTICALL, TRANSFER, withApprovals } from "./hand/batchBytes.ts";
import { type VenueFunction, venueCall, venueCalls, withArguments } from "./hand/venueCalls.ts";
import { ACCOUNT, CONTRACTS, DEPLOYMENT, LEAVING, OWNERS, PLAN, SNAPSHOT } from "./hand/withdrawals.ts";

const PROPOSER = privateKeyToAccount(`0x${"11".repeat(32)}`);
const proposer = PROPOSER.address.toLowerCase() as `0x${string}`;
const attacker = "0xbad0bad0bad0bad0bad0bad0bad0bad0bad0bad0";
const { multiSendCallOnly } = DEPLOYMENT.safe.contracts;

const POLICY = {
  schema: "ballast/policy/1",
  account: ACCOUNT,
  version: 1n,
  proposer,
  batch: { maxCalls: 20n, maxGas: 5_000_000n },
  costs: { slippage: 50n, emergencySlippage: 300n, minimumNetGain: 0n, payback: seconds(1n) },
  proposalDeadline: seconds(3_600n),
} as unknown as Policy;

const deadlineCheck: InnerCall = {
  to: DEPLOYMENT.deadlineChecker,
  value: 0n,
  data: encodeFunctionData({ abi: MULTICALL, args: [PLAN.deadline, []] }),
};

function batchOf(calls: readonly InnerCall[]) {
  const all = [deadlineCheck, ...calls];
  const transaction: SafeTransaction = {
    to: multiSendCallOnly.address,
    value: 0n,
    data: batchBytes(all),
    operation: 1n,
    safeTxGas: 0n,
    baseGas: 0n,
    gasPrice: 0n,
    gasToken: zeroAddress,
    refundReceiver: zeroAddress,
    nonce: 3n,
  };
  return { transaction, calls: all };
}
type Batch = ReturnType<typeof batchOf>;

const firewall = (plan: Plan, { transaction }: Batch): readonly string[] =>
  inspectBatch({
    account: ACCOUNT,
    transaction,
    plan,
    deployment: DEPLOYMENT,
    snapshot: SNAPSHOT,
    policy: POLICY,
    multiSendCallOnlyCodeHash: multiSendCallOnly.codeHash,
  }).map(({ code }) => code);

const CONTRACT_LIST: Bundle["contracts"] = {
  multiSendCallOnly: multiSendCallOnly.address,
  multiSendCallOnlyCodeHash: multiSendCallOnly.codeHash,
  deadlineChecker: DEPLOYMENT.deadlineChecker,
  assets: DEPLOYMENT.assets.map(({ id, address, decimals }) => ({ id, address, decimals })),
  routers: Object.entries(DEPLOYMENT.routes).map(([id, { router }]) => ({ id, address: router })),
  venues: Object.entries(DEPLOYMENT.venues).flatMap(([venue, contracts]) =>
    Object.entries(contracts).map(([name, { address }]) => ({ id: `${venue}.${name}`, address })),
  ),
};

/** What the simulation would have measured of the plan, had the encoder been honest. */
function simulationOf(plan: Plan, safeTxHash: Bundle["simulation"]["safeTxHash"]): Bundle["simulation"] {
  const held = 10n ** 20n;
  const spends: readonly [string, keyof typeof CONTRACTS][] = [
    ["weETH", "withdrawAdapter"],
    ["wstETH", "withdrawalQueue"],
  ];
  return {
    schema: "ballast/simulation/1",
    block: SNAPSHOT.block,
    safeTxHash,
    method: "eth_simulateV1",
    approvedBy: OWNERS.slice(0, 2),
    conditional: false,
    success: true,
    revert: "",
    gasUsed: 1_000_000n,
    changes: plan.expected.map(({ asset, atLeast }) => ({ asset, before: held, after: held + atLeast })),
    allowances: spends.map(([asset, spender]) => ({
      asset: asset as Bundle["simulation"]["allowances"][number]["asset"],
      spender: CONTRACTS[spender],
      after: 0n,
    })),
    configurationUnchanged: true,
    unexpected: [],
  };
}

/** A bundle around the batch, hashed, simulated and signed as a keeper that does not know of its fault would. */
async function verifier(plan: Plan, { transaction, calls }: Batch): Promise<BundleVerdict> {
  const inputs = [
    { kind: "policy", id: contentId("policy", POLICY), document: POLICY },
    { kind: "snapshot", id: contentId("snapshot", SNAPSHOT), document: SNAPSHOT },
  ] as const;
  const decision: Bundle["decision"] = {
    schema: "ballast/decision/1",
    account: ACCOUNT,
    block: SNAPSHOT.block,
    inputs: inputs.map(({ kind, id }) => ({ kind, id })),
    findings: [],
    outcome: { kind: "propose", because: "claim-due", plan },
    rejected: [],
  };
  const hashes = safeTransactionHashes(transaction, ACCOUNT);
  const bundle: Bundle = {
    schema: "ballast/bundle/1",
    account: ACCOUNT,
    safeVersion: DEPLOYMENT.safe.version,
    decisionId: contentId("decision", decision),
    decision,
    inputs,
    contracts: CONTRACT_LIST,
    transaction,
    calls,
    hashes,
    simulation: simulationOf(plan, hashes.safeTxHash),
  };
  const seal = {
    account: ACCOUNT,
    bundleHash: bundleHash(bundle),
    decisionId: bundle.decisionId,
    safeTxHash: hashes.safeTxHash,
    block: SNAPSHOT.block.number,
  };
  const signature = await PROPOSER.signTypedData(bundleTypedData(seal));
  const text = encodeSignedBundle({ bundle, bundleHash: seal.bundleHash, signer: proposer, signature });
  const { deadlineChecker, assets, routers, venues } = CONTRACT_LIST;
  return checkBundle(text, {
    contracts: { deadlineChecker, assets: [...assets], routers: [...routers], venues: [...venues] },
  });
}

const failed = ({ checks }: BundleVerdict) => checks.filter(({ ok }) => !ok).map(({ id }) => id);

type Change = (args: readonly unknown[]) => readonly unknown[];
const changing = (name: VenueFunction, change: Change) => (calls: readonly InnerCall[]) =>
  withArguments(calls, { name, change });
type Fields = Readonly<Record<string, unknown>>;

/** Changes the first entry of the first argument, which is a list of records. */
const first =
  (change: Fields): Change =>
  ([list, ...rest]) => {
    const [head, ...tail] = list as readonly Fields[];
    return [[{ ...head, ...change }, ...tail], ...rest];
  };

type Broken = readonly [
  fault: string,
  violation: string,
  encode: (calls: readonly InnerCall[]) => readonly InnerCall[],
];

const CLAIMS: readonly Broken[] = [
  [
    "completes a stranger's withdrawal",
    "owner",
    changing("completeQueuedWithdrawals", first({ staker: attacker })),
  ],
  [
    "names a stranger as withdrawer",
    "owner",
    changing("completeQueuedWithdrawals", first({ withdrawer: attacker })),
  ],
  [
    "completes another strategy",
    "strategy",
    changing("completeQueuedWithdrawals", first({ strategies: [attacker] })),
  ],
  [
    "completes a wei more",
    "shares",
    changing("completeQueuedWithdrawals", first({ scaledShares: [10n ** 18n + 1n] })),
  ],
  ["completes another nonce", "ticket", changing("completeQueuedWithdrawals", first({ nonce: 8n }))],
  [
    "takes another token",
    "token",
    changing("completeQueuedWithdrawals", ([list, tokens, flags]) => [
      list,
      (tokens as []).map(() => [attacker]),
      flags,
    ]),
  ],
  [
    "takes shares instead of tokens",
    "as-shares",
    changing("completeQueuedWithdrawals", ([list, tokens, flags]) => [
      list,
      tokens,
      (flags as []).map(() => false),
    ]),
  ],
  [
    "completes one withdrawal twice",
    "ticket",
    changing("completeQueuedWithdrawals", ([list, tokens, flags]) => {
      const twice = (items: unknown) => [(items as unknown[])[0], ...(items as unknown[])];
      return [twice(list), twice(tokens), twice(flags)];
    }),
  ],
  [
    "claims an id of ether.fi more",
    "ticket",
    changing("batchClaimWithdraw", ([ids]) => [[...(ids as bigint[]), 12n]]),
  ],
  [
    "claims another id of ether.fi",
    "ticket",
    changing("batchClaimWithdraw", ([ids]) => [(ids as bigint[]).map((id) => id + 1n)]),
  ],
  [
    "claims an id of Lido more",
    "ticket",
    changing("claimWithdrawals", ([ids, hints]) => [
      [...(ids as bigint[]), 12n],
      [...(hints as bigint[]), 2n],
    ]),
  ],
  [
    "gives Lido other hints",
    "ticket",
    changing("claimWithdrawals", ([ids, hints]) => [ids, (hints as bigint[]).map((hint) => hint + 1n)]),
  ],
];

const REQUESTS: readonly Broken[] = [
  ["queues another strategy", "strategy", changing("queueWithdrawals", first({ strategies: [attacker] }))],
  [
    "queues a wei more",
    "shares",
    changing("queueWithdrawals", first({ depositShares: [80n * 10n ** 18n + 1n] })),
  ],
  [
    "queues all deposit shares",
    "shares",
    changing("queueWithdrawals", first({ depositShares: [100n * 10n ** 18n] })),
  ],
  [
    "names a withdrawer in the field that is ignored",
    "malformed",
    changing("queueWithdrawals", first({ deprecatedWithdrawer: attacker })),
  ],
  [
    "gives ether.fi's tickets to a stranger",
    "recipient",
    changing("requestWithdraw", ([amount]) => [amount, attacker]),
  ],
  [
    "asks ether.fi for a wei more",
    "amount",
    changing("requestWithdraw", ([amount, owner]) => [(amount as bigint) + 1n, owner]),
  ],
  [
    "gives Lido's tickets to a stranger",
    "recipient",
    changing("requestWithdrawalsWstETH", ([amounts]) => [amounts, attacker]),
  ],
  [
    "asks Lido for a wei more",
    "amount",
    changing("requestWithdrawalsWstETH", ([amounts, owner]) => [
      (amounts as bigint[]).map((each) => each + 1n),
      owner,
    ]),
  ],
  [
    "approves strangers",
    "spender",
    (calls) => withApprovals(calls, ({ amount }) => ({ spender: attacker, amount })),
  ],
  [
    "approves one wei more than is spent",
    "approval",
    (calls) => withApprovals(calls, ({ spender, amount }) => ({ spender, amount: amount + 1n })),
  ],
  [
    "sends everything to a stranger's contract",
    "target",
    (calls) => calls.map((call) => ({ ...call, to: attacker })),
  ],
  ["sends ether along", "value", (calls) => calls.map((call) => ({ ...call, value: 1n }))],
  [
    "adds a transfer",
    "call-unplanned",
    (calls) => [
      ...calls,
      { to: CONTRACTS.weETH, value: 0n, data: encodeFunctionData({ abi: TRANSFER, args: [attacker, 1n] }) },
    ],
  ],
  [
    "leaves the operator as well",
    "call-unplanned",
    (calls) => [...calls, venueCall(CONTRACTS.delegationManager, "undelegate", CONTRACTS.safe)],
  ],
  ["leaves the last call out", "call-missing", (calls) => calls.slice(0, -1)],
  ["asks before it claims", "malformed", (calls) => [...calls.slice(3), ...calls.slice(0, 3)]],
];

const honest = venueCalls(PLAN, CONTRACTS);

describe("an honest encoder", () => {
  test.each([
    ["claims and queues", PLAN],
    ["claims and leaves an operator", LEAVING],
  ])("that %s passes firewall and verifier", async (_, plan) => {
    const batch = batchOf(venueCalls(plan, CONTRACTS));
    expect(firewall(plan, batch)).toEqual([]);
    const verdict = await verifier(plan, batch);
    expect(failed(verdict)).toEqual([]);
    expect(verdict.verdict).toBe("ok");
  });
});

/** Signature, hashes, inputs and simulation are sound: what the verifier refuses is the calls alone. */
async function refusedByBoth(plan: Plan, { batch, violation }: { batch: Batch; violation: string }) {
  expect(firewall(plan, batch)).toContain(violation);
  expect(failed(await verifier(plan, batch))).toEqual(["explained"]);
}

describe("a broken encoder", () => {
  test.each([...CLAIMS, ...REQUESTS])("that %s is refused by both", async (_, violation, encode) => {
    const broken = encode(honest);
    expect(broken).not.toEqual(honest);
    await refusedByBoth(PLAN, { batch: batchOf(broken), violation });
  });

  test("that undelegates a stranger is refused by both", async () => {
    const calls = changing("undelegate", () => [attacker])(venueCalls(LEAVING, CONTRACTS));
    await refusedByBoth(LEAVING, { batch: batchOf(calls), violation: "owner" });
  });
});
