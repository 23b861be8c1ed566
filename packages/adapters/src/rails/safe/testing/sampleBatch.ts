import type {
  AccountRef,
  Action,
  Address,
  AssetId,
  BaseUnits,
  BlockNumber,
  Bps,
  InnerCall,
  Plan,
  PlanFigures,
  PositionId,
  RateReading,
  RawAmount,
  RouteId,
  SafeState,
  Seconds,
  UnixSeconds,
  VenueId,
  Wad,
} from "@ballast/core";
import { encodeFunctionData, erc20Abi, parseAbi } from "viem";
import type { BatchInspection } from "../firewall/batchInspection.ts";
import { ROUTER, SAMPLE_DEPLOYMENT, WEETH_POOL, WSTETH_POOL } from "./sampleDeployment.ts";

export const ACCOUNT: AccountRef = {
  rail: "safe",
  chainId: 31337n,
  address: "0x5afe000000000000000000000000000000005afe",
};
export const NOW = 1_800_000_000n as UnixSeconds;
export const DEADLINE = (NOW + 3_600n) as UnixSeconds;
export const ETHER = 10n ** 18n;

const OWNERS: readonly Address[] = [
  "0x1000000000000000000000000000000000000001",
  "0x2000000000000000000000000000000000000002",
  "0x3000000000000000000000000000000000000003",
];

export const SAFE_STATE: SafeState = {
  version: "1.4.1",
  singleton: SAMPLE_DEPLOYMENT.safe.contracts.safeL2.address,
  nonce: 7n,
  threshold: 2n,
  owners: OWNERS,
  modules: [],
  guard: "0x0000000000000000000000000000000000000000",
  fallbackHandler: SAMPLE_DEPLOYMENT.safe.contracts.fallbackHandler.address,
};

const rate = (asset: string, { venue, wad }: { venue: string; wad: bigint }): RateReading => ({
  asset: asset as AssetId,
  venue: venue as VenueId,
  rate: wad as Wad,
  source: { kind: "call", contract: ROUTER, method: "rate" },
});

export const RATES: readonly RateReading[] = [
  rate("WETH", { venue: "idle", wad: ETHER }),
  rate("weETH", { venue: "etherfi", wad: 1_100_000_000_000_000_000n }),
  rate("wstETH", { venue: "lido", wad: 1_200_000_000_000_000_000n }),
];

const amount = (asset: string, raw: bigint) => ({ asset: asset as AssetId, amount: raw as RawAmount });

/** Sells `spend` wstETH for at least `atLeast` WETH. */
export function exitWstEth(spend: bigint, atLeast: bigint): Action {
  return {
    kind: "exit",
    position: "lido:wstETH" as PositionId,
    venue: "lido" as VenueId,
    route: "uniswap-v3" as RouteId,
    pool: WSTETH_POOL,
    fee: 100n,
    spend: amount("wstETH", spend),
    receive: { asset: "WETH" as AssetId, expected: atLeast as RawAmount, atLeast: atLeast as RawAmount },
    limitedBy: "band",
  };
}

/** Buys at least `atLeast` weETH for `spend` WETH. */
export function enterWeEth(spend: bigint, atLeast: bigint): Action {
  return {
    kind: "enter",
    position: "etherfi:weETH" as PositionId,
    venue: "etherfi" as VenueId,
    route: "uniswap-v3" as RouteId,
    pool: WEETH_POOL,
    fee: 500n,
    spend: amount("WETH", spend),
    receive: { asset: "weETH" as AssetId, expected: atLeast as RawAmount, atLeast: atLeast as RawAmount },
    limitedBy: "band",
  };
}

const none = 0n as BaseUnits;
const FIGURES: PlanFigures = {
  turnover: none,
  tradingCost: none,
  gasCost: none,
  cost: none,
  grossGain: none,
  netGain: 0n,
  horizon: 0n as Seconds,
  payback: null,
  yieldBefore: 0n as Wad,
  yieldAfter: 0n as Wad,
  worstLoss: none,
};

export function planOf(actions: readonly Action[]): Plan {
  return {
    schema: "ballast/plan/1",
    account: ACCOUNT,
    purpose: "rebalance",
    claims: [],
    requests: [],
    actions,
    expected: [],
    figures: FIGURES,
    deadline: DEADLINE,
  };
}

/** wstETH → WETH → weETH at the accounting rates less half a percent. */
export const SAMPLE_PLAN = planOf([
  exitWstEth(100n * ETHER, 119_400_000_000_000_000_000n),
  enterWeEth(119_400_000_000_000_000_000n, 108_002_727_272_727_272_728n),
]);

const SWAP_ROUTER = parseAbi([
  "struct Swap { address tokenIn; address tokenOut; uint24 fee; address recipient; uint256 amountIn; uint256 amountOutMinimum; uint160 sqrtPriceLimitX96; }",
  "function exactInputSingle(Swap params) returns (uint256)",
]);

const tokenOf = (asset: AssetId): Address => {
  const found = SAMPLE_DEPLOYMENT.assets.find(({ id }) => id === asset);
  if (found === undefined) throw new Error(`the sample deployment has no ${asset}`);
  return found.address;
};

/** The plan's calls without the deadline check, encoded by viem from the published interfaces. */
export function callsOf(plan: Plan): readonly InnerCall[] {
  return plan.actions.flatMap(({ spend, receive, fee }) => [
    {
      to: tokenOf(spend.asset),
      value: 0n,
      data: encodeFunctionData({ abi: erc20Abi, functionName: "approve", args: [ROUTER, spend.amount] }),
    },
    {
      to: ROUTER,
      value: 0n,
      data: encodeFunctionData({
        abi: SWAP_ROUTER,
        args: [
          {
            tokenIn: tokenOf(spend.asset),
            tokenOut: tokenOf(receive.asset),
            fee: Number(fee),
            recipient: ACCOUNT.address,
            amountIn: spend.amount,
            amountOutMinimum: receive.atLeast,
            sqrtPriceLimitX96: 0n,
          },
        ],
      }),
    },
  ]);
}

/** What the firewall is given for a plan, apart from the transaction. */
export function inspectionOf(plan: Plan): Omit<BatchInspection, "transaction"> {
  return {
    account: ACCOUNT,
    plan,
    deployment: SAMPLE_DEPLOYMENT,
    snapshot: {
      account: ACCOUNT,
      block: {
        chainId: 31337n,
        number: 100n as BlockNumber,
        hash: `0x${"ab".repeat(32)}` as const,
        timestamp: NOW,
      },
      safe: SAFE_STATE,
      rates: RATES,
      positions: [],
      exits: [],
      tickets: [],
    },
    policy: {
      batch: { maxCalls: 8n, maxGas: 2_000_000n },
      costs: {
        slippage: 50n as Bps,
        emergencySlippage: 300n as Bps,
        minimumNetGain: none,
        payback: 0n as Seconds,
      },
      proposalDeadline: 3_600n as Seconds,
    },
    multiSendCallOnlyCodeHash: SAMPLE_DEPLOYMENT.safe.contracts.multiSendCallOnly.codeHash,
  };
}
