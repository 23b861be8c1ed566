import {
  type Address,
  type BlockNumber,
  type BlockRef,
  EXAMPLE_POLICY_YAML,
  type HistorySlice,
  type Policy,
  type PositionReading,
  parsePolicy,
  type RouteCurve,
  type Snapshot,
  type Source,
  type UnixSeconds,
  valueDown,
} from "@ballast/core";
import { CHAIN_ID, contracts, ETHER, owners, proposer, words } from "./cast.ts";
import type { Withdrawals } from "./withdrawals.ts";

const { assetId, positionId, rawAmount, seconds, sourceId, unixSeconds, venueId, wad } = words;

const WSTETH_RATE = wad(1_234_560_000_000_000_000n);
const WEETH_RATE = wad(1_087_650_000_000_000_000n);
const SIZES = [1n, 2n, 5n, 10n, 20n, 50n, 100n, 200n, 500n, 1000n];

const call = (contract: Address, method: string): Source => ({ kind: "call", contract, method });

export type Holdings = { readonly wsteth: bigint; readonly weeth: bigint; readonly weth: bigint };

function positions({ wsteth, weeth, weth }: Holdings): PositionReading[] {
  const reading = (input: {
    id: string;
    asset: string;
    amount: bigint;
    rate: bigint;
    contract: Address;
  }) => ({
    position: positionId(input.id),
    venue: venueId(input.id.split(":")[0] ?? ""),
    asset: assetId(input.asset),
    amount: rawAmount(input.amount),
    value: valueDown(rawAmount(input.amount), wad(input.rate)),
    source: call(input.contract, "balanceOf"),
  });
  return [
    reading({
      id: "etherfi:weETH",
      asset: "weETH",
      amount: weeth,
      rate: WEETH_RATE,
      contract: contracts.weeth,
    }),
    reading({ id: "idle:ETH", asset: "ETH", amount: 0n, rate: ETHER, contract: contracts.weth }),
    reading({ id: "idle:WETH", asset: "WETH", amount: weth, rate: ETHER, contract: contracts.weth }),
    reading({
      id: "lido:wstETH",
      asset: "wstETH",
      amount: wsteth,
      rate: WSTETH_RATE,
      contract: contracts.wsteth,
    }),
  ];
}

/** A pool that loses a hundredth of a basis point of price for each ETH sold, after its fee. */
function curve(input: { from: string; to: string; pool: Address; rate: bigint }): RouteCurve {
  const points = SIZES.map((size) => {
    const amountIn = (size * ETHER * ETHER) / (input.from === "WETH" ? ETHER : input.rate);
    const gross = input.from === "WETH" ? (size * ETHER * ETHER) / input.rate : size * ETHER;
    return {
      amountIn: rawAmount(amountIn),
      amountOut: rawAmount((gross * (1_000_000n - 100n - size)) / 1_000_000n),
      gas: 120_000n,
    };
  });
  return {
    route: "uniswap-v3" as RouteCurve["route"],
    pool: input.pool,
    fee: 100n,
    assetIn: assetId(input.from),
    assetOut: assetId(input.to),
    points,
    source: call(input.pool, "quoteExactInputSingle"),
  };
}

const curves = [
  curve({ from: "WETH", to: "weETH", pool: contracts.poolWeeth, rate: WEETH_RATE }),
  curve({ from: "WETH", to: "wstETH", pool: contracts.poolWsteth, rate: WSTETH_RATE }),
  curve({ from: "weETH", to: "WETH", pool: contracts.poolWeeth, rate: WEETH_RATE }),
  curve({ from: "wstETH", to: "WETH", pool: contracts.poolWsteth, rate: WSTETH_RATE }),
];

const rates = [
  {
    asset: assetId("weETH"),
    venue: venueId("etherfi"),
    rate: WEETH_RATE,
    source: call(contracts.weeth, "getRate"),
  },
  {
    asset: assetId("wstETH"),
    venue: venueId("lido"),
    rate: WSTETH_RATE,
    source: call(contracts.wsteth, "stEthPerToken"),
  },
];

/** One account as the seed has it at a block. */
export function snapshotAt(
  block: BlockRef,
  input: { safe: Address; holdings: Holdings; nonce: bigint; withdrawals: Withdrawals | null },
): Snapshot {
  const { withdrawals } = input;
  const feed = (id: string, value: bigint, age: bigint) => ({
    feed: id,
    value,
    decimals: 8n,
    roundId: 77n,
    updatedAt: unixSeconds(block.timestamp - age),
    heartbeat: seconds(3600n),
    source: call(contracts.feed, "latestRoundData"),
  });
  const head = (id: string) => ({
    source: sourceId(id),
    state: "agrees" as const,
    number: block.number,
    hash: block.hash,
    detail: "",
  });
  return {
    schema: "ballast/snapshot/1",
    account: { rail: "safe", chainId: CHAIN_ID, address: input.safe },
    baseAsset: assetId("ETH"),
    block,
    safe: {
      version: "1.4.1",
      singleton: contracts.singleton,
      nonce: input.nonce,
      threshold: 2n,
      owners: owners.map(({ address }) => words.address(address)).toSorted(),
      modules: [],
      guard: words.address(`0x${"0".repeat(40)}`),
      fallbackHandler: contracts.handler,
    },
    positions: [...(withdrawals?.positions ?? []), ...positions(input.holdings)],
    rates: [...(withdrawals?.rates ?? []), ...rates],
    feeds: [
      feed("ETH/USD", 328_410_000_000n, 41n),
      feed("stETH/ETH", 99_960_000n, 900n),
      feed("weETH/ETH", 108_700_000n, 1200n),
    ],
    curves,
    gas: {
      baseFee: 1_100_000_000n,
      priorityFee: 100_000_000n,
      source: { kind: "header", field: "baseFeePerGas" },
    },
    heads: [head("rpc-1"), head("rpc-2")],
    disputes: [],
    flags: [],
    tickets: withdrawals?.tickets ?? [],
    exits: withdrawals?.exits ?? [],
    figures: withdrawals?.figures ?? [],
    missing: [],
  };
}

const YEAR = 31_536_000n;

/** Ten minutes of rates: wstETH at 3.10 % a year, weETH at `weethBps`. */
export function historyAt(block: BlockRef, weethBps: bigint): HistorySlice {
  const series = (id: string, rate: bigint, bps: bigint) => ({
    id,
    samples: [12n, 6n, 0n].map((minutes) => ({
      block: (block.number - minutes * 5n) as BlockNumber,
      hash: `0x${"e".repeat(62)}${minutes.toString().padStart(2, "0")}` as const,
      timestamp: (block.timestamp - minutes * 60n) as UnixSeconds,
      value: wad(rate - (rate * bps * minutes * 60n) / (10_000n * YEAR)),
    })),
  });
  return {
    schema: "ballast/history/1",
    asOf: block,
    series: [series("rate:weETH", WEETH_RATE, weethBps), series("rate:wstETH", WSTETH_RATE, 310n)],
  };
}

/** The example policy for one of the seed's accounts. */
export function policyFor(safe: Address, version: bigint): Policy {
  const text = EXAMPLE_POLICY_YAML.replace(/account: ".*"/, `account: "${safe}"`)
    .replace(/proposer: ".*"/, `proposer: "${proposer.address}"`)
    .replace("version: 1", `version: ${version}`);
  const parsed = parsePolicy(text);
  if (!parsed.ok) throw new Error(parsed.issues.map(({ message }) => message).join("\n"));
  return parsed.policy;
}
