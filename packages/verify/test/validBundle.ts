import { domainSeparator, type Hex, hashStruct, hashTypedData } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import type { Snapshot } from "../src/bundle/schema/inputs.ts";
import type { Claim, WithdrawalRequest } from "../src/bundle/schema/plan.ts";
import { contentId } from "../src/encoding/contentId.ts";
import { encodeCanonical } from "../src/encoding/encodeCanonical.ts";
import { approveData, type Call, deadlineData, multiSendData, type Swap, swapData } from "./bundleParts.ts";

const address = (n: number) => `0x${n.toString(16).padStart(40, "0")}` as Hex;
const hash = (n: number) => `0x${n.toString(16).padStart(64, "0")}` as Hex;

export const SAFE = address(0x5afe);
export const ROUTER = address(0x1007);
export const TOKENS = { WETH: address(0xe1), weETH: address(0xe2), wstETH: address(0xe3) };
/** Sorted by name, as everything in a bundle's list of contracts. */
export const VENUES = {
  "eigenlayer.delegationManager": address(0xd1),
  "eigenlayer.stETHStrategy": address(0xd2),
  "etherfi.weETH": address(0xe2),
  "etherfi.withdrawAdapter": address(0xd3),
  "etherfi.withdrawRequestNFT": address(0xd4),
  "lido.withdrawalQueue": address(0xd5),
  "lido.wstETH": address(0xe3),
};
export const MULTI_SEND_CALL_ONLY: Hex = "0x9641d764fc13c8b624c04430c7356c1c7c8102e2";
export const PROPOSER = privateKeyToAccount(`0x${"11".repeat(32)}`);
export const STRANGER = privateKeyToAccount(`0x${"22".repeat(32)}`);

const ETHER = 10n ** 18n;
const ACCOUNT = { rail: "safe", chainId: 31337n, address: SAFE };
const BLOCK = { chainId: 31337n, number: 1234n, hash: hash(0xb10c), timestamp: 1_700_000_000n };
export const OWNERS = [address(0xa1), address(0xa2), address(0xa3)];
const SOURCE = { kind: "call", contract: address(1), method: "rate()" };

/** The documents of a proposal before they are bound: what a keeper, or whoever has its key, may write as it likes. */
export type Parts = ReturnType<typeof draft>;

const SWAPS = {
  exit: {
    tokenIn: TOKENS.wstETH,
    tokenOut: TOKENS.WETH,
    fee: 100,
    amountIn: 100n * ETHER,
    amountOutMinimum: 1194n * (ETHER / 10n),
  },
  enter: {
    tokenIn: TOKENS.WETH,
    tokenOut: TOKENS.weETH,
    fee: 500,
    amountIn: 1194n * (ETHER / 10n),
    amountOutMinimum: 113n * ETHER,
  },
};

/** 120 ETH of wstETH in, 118.65 ETH of weETH out at the least. */
export const WORST_LOSS = 135n * (ETHER / 100n);
export const DEADLINE = BLOCK.timestamp + 3600n;

export const swapCall = (
  swap: Partial<Swap> & {
    tokenIn: Hex;
    tokenOut: Hex;
    fee: number;
    amountIn: bigint;
    amountOutMinimum: bigint;
  },
): Call => ({
  to: ROUTER,
  value: 0n,
  data: swapData({ recipient: SAFE, sqrtPriceLimitX96: 0n, ...swap }),
});

export const approveCall = (token: Hex, amount: bigint, spender: Hex = ROUTER): Call => ({
  to: token,
  value: 0n,
  data: approveData(spender, amount),
});

export const deadlineCall = (deadline: bigint): Call => ({
  to: ROUTER,
  value: 0n,
  data: deadlineData(deadline),
});

function plan() {
  const action = { route: "uniswap-v3", limitedBy: "band" };
  return {
    schema: "ballast/plan/1",
    account: { ...ACCOUNT },
    purpose: "rebalance",
    claims: [] as Claim[],
    requests: [] as WithdrawalRequest[],
    actions: [
      {
        ...action,
        kind: "exit",
        position: "lido:wstETH",
        venue: "lido",
        pool: address(0x9001),
        fee: 100n,
        spend: { asset: "wstETH", amount: SWAPS.exit.amountIn },
        receive: { asset: "WETH", expected: 120n * ETHER, atLeast: SWAPS.exit.amountOutMinimum },
      },
      {
        ...action,
        kind: "enter",
        position: "etherfi:weETH",
        venue: "etherfi",
        pool: address(0x9002),
        fee: 500n,
        spend: { asset: "WETH", amount: SWAPS.enter.amountIn },
        receive: { asset: "weETH", expected: 114n * ETHER, atLeast: SWAPS.enter.amountOutMinimum },
      },
    ],
    expected: [
      { asset: "WETH", atLeast: 0n, atMost: 10n * ETHER },
      { asset: "weETH", atLeast: SWAPS.enter.amountOutMinimum, atMost: 120n * ETHER },
      { asset: "wstETH", atLeast: -SWAPS.exit.amountIn, atMost: -SWAPS.exit.amountIn },
    ],
    figures: { worstLoss: WORST_LOSS, netGain: -1n, payback: null },
    deadline: DEADLINE,
  };
}

function snapshot() {
  return {
    schema: "ballast/snapshot/1",
    account: { ...ACCOUNT },
    baseAsset: "ETH",
    block: { ...BLOCK },
    safe: { version: "1.4.1", nonce: 7n, threshold: 2n, owners: [...OWNERS], guard: address(0) },
    positions: [] as Snapshot["positions"],
    exits: [] as Snapshot["exits"],
    tickets: [] as Snapshot["tickets"],
    rates: [
      { asset: "WETH", venue: "idle", rate: ETHER, source: SOURCE },
      { asset: "weETH", venue: "etherfi", rate: 105n * (ETHER / 100n), source: SOURCE },
      { asset: "wstETH", venue: "lido", rate: 12n * (ETHER / 10n), source: SOURCE },
    ],
  };
}

function simulation() {
  return {
    schema: "ballast/simulation/1",
    block: { ...BLOCK },
    safeTxHash: null as Hex | null,
    method: "eth_simulateV1",
    approvedBy: OWNERS.slice(0, 2),
    conditional: false,
    success: true,
    revert: "",
    gasUsed: 412_345n,
    changes: [
      { asset: "ETH", before: 5n, after: 5n },
      { asset: "WETH", before: 0n, after: ETHER / 2n },
      { asset: "weETH", before: ETHER, after: 115n * ETHER },
      { asset: "wstETH", before: 500n * ETHER, after: 400n * ETHER },
    ],
    allowances: [
      { asset: "WETH", spender: ROUTER, after: 0n },
      { asset: "wstETH", spender: ROUTER, after: 0n },
    ],
    configurationUnchanged: true,
    unexpected: [] as { code: string; detail: string }[],
  };
}

/** A fresh proposal in which everything is right. */
export function draft() {
  return {
    account: { ...ACCOUNT },
    safeVersion: "1.4.1",
    policy: {
      schema: "ballast/policy/1",
      account: { ...ACCOUNT },
      version: 3n,
      proposer: PROPOSER.address.toLowerCase() as Hex,
      mode: "propose",
    },
    snapshot: snapshot(),
    /** Inputs beside policy and snapshot; of one of them no verifier has heard. */
    others: [
      { kind: "allocation", document: { schema: "ballast/allocation/1", targets: [] } },
      { kind: "engine", document: { schema: "ballast/engine/1", version: "0.1.0" } },
      { kind: "review", document: { schema: "somebody/review/9", verdict: true } },
      { kind: "sibling", document: { schema: "ballast/snapshot/1", account: null } },
    ] as { kind: string; document: unknown }[],
    plan: plan(),
    block: { ...BLOCK },
    contracts: {
      multiSendCallOnly: MULTI_SEND_CALL_ONLY,
      multiSendCallOnlyCodeHash: "0xecd5bd14a08c5d2122379900b2f272bdf107a7e92423c10dd5fe3254386c9939" as Hex,
      deadlineChecker: ROUTER,
      assets: Object.entries(TOKENS).map(([id, address]) => ({ id, address, decimals: 18n })),
      routers: [{ id: "uniswap-v3", address: ROUTER }],
      venues: Object.entries(VENUES).map(([id, address]) => ({ id, address })),
    },
    calls: [
      deadlineCall(DEADLINE),
      approveCall(TOKENS.wstETH, SWAPS.exit.amountIn),
      swapCall(SWAPS.exit),
      approveCall(TOKENS.WETH, SWAPS.enter.amountIn),
      swapCall(SWAPS.enter),
    ],
    /** Instead of the encoding of `calls`. */
    data: null as Hex | null,
    transaction: {
      to: MULTI_SEND_CALL_ONLY,
      value: 0n,
      operation: 1n,
      safeTxGas: 0n,
      baseGas: 0n,
      gasPrice: 0n,
      gasToken: address(0),
      refundReceiver: address(0),
      nonce: 7n,
    },
    simulation: simulation(),
  };
}

const SAFE_TX = {
  SafeTx: [
    { name: "to", type: "address" },
    { name: "value", type: "uint256" },
    { name: "data", type: "bytes" },
    { name: "operation", type: "uint8" },
    { name: "safeTxGas", type: "uint256" },
    { name: "baseGas", type: "uint256" },
    { name: "gasPrice", type: "uint256" },
    { name: "gasToken", type: "address" },
    { name: "refundReceiver", type: "address" },
    { name: "nonce", type: "uint256" },
  ],
} as const;

const BUNDLE = {
  Bundle: [
    { name: "account", type: "address" },
    { name: "bundleHash", type: "bytes32" },
    { name: "decisionId", type: "bytes32" },
    { name: "safeTxHash", type: "bytes32" },
    { name: "block", type: "uint256" },
  ],
} as const;

function hashesOf(account: Parts["account"], transaction: Parts["transaction"] & { data: Hex }) {
  const domain = { chainId: Number(account.chainId), verifyingContract: account.address };
  const message = { ...transaction, operation: Number(transaction.operation) };
  const typed = { domain, types: SAFE_TX, primaryType: "SafeTx", message } as const;
  return {
    domainHash: domainSeparator({ domain }),
    messageHash: hashStruct({ data: message, primaryType: "SafeTx", types: SAFE_TX }),
    safeTxHash: hashTypedData(typed),
  };
}

/** Binds the parts the way that a keeper does. */
export function bind(parts: Parts) {
  const { account, safeVersion, plan, block, contracts, calls } = parts;
  const documents = [
    ...parts.others,
    { kind: "policy", document: parts.policy },
    { kind: "snapshot", document: parts.snapshot },
  ];
  const inputs = documents
    .map(({ kind, document }) => ({
      kind,
      id: contentId(kind === "sibling" ? "snapshot" : kind, document),
      document,
    }))
    .sort((a, b) => (`${a.kind} ${a.id}` < `${b.kind} ${b.id}` ? -1 : 1));
  const decision = {
    schema: "ballast/decision/1",
    account,
    block,
    inputs: inputs.map(({ kind, id }) => ({ kind, id })),
    findings: [],
    outcome: { kind: "propose", because: "better-yield", plan },
    rejected: [],
  };
  const transaction = { ...parts.transaction, data: parts.data ?? multiSendData(calls) };
  const hashes = hashesOf(account, transaction);
  const simulation = { ...parts.simulation, safeTxHash: parts.simulation.safeTxHash ?? hashes.safeTxHash };
  const decisionId = contentId("decision", decision);
  return {
    schema: "ballast/bundle/1",
    account,
    safeVersion,
    decisionId,
    decision,
    inputs,
    contracts,
    transaction,
    calls,
    hashes,
    simulation,
  };
}

export type BoundBundle = ReturnType<typeof bind>;

/** Signs a bundle as it is, right or wrong, and gives the record of the file. */
export async function sign(bundle: BoundBundle, signer = PROPOSER) {
  const bundleHash = contentId("bundle", bundle);
  const signature = await signer.signTypedData({
    domain: {
      name: "Ballast",
      version: "1",
      chainId: Number(bundle.account.chainId),
      verifyingContract: bundle.account.address,
    },
    types: BUNDLE,
    primaryType: "Bundle",
    message: {
      account: bundle.account.address,
      bundleHash,
      decisionId: bundle.decisionId,
      safeTxHash: bundle.hashes.safeTxHash,
      block: bundle.decision.block.number,
    },
  });
  return { bundle, bundleHash, signature, signer: signer.address.toLowerCase() as Hex };
}

/** The file of a proposal, after `change` had its way with the parts. */
export async function bundleText(change: (parts: Parts) => void = () => undefined): Promise<string> {
  const parts = draft();
  change(parts);
  return encodeCanonical(await sign(bind(parts)));
}
