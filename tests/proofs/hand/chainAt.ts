import { loadDeployment } from "@ballast/adapters";
import { type Address, createPublicClient, http, type PublicClient, parseAbi } from "viem";
import { eigenLayerAddress } from "../restaked.ts";

/** Written anew from the contracts, so that nothing is shared with what the keeper reads by. */
const ABI = parseAbi([
  "function stEthPerToken() view returns (uint256)",
  "function getRate() view returns (uint256)",
  "function balanceOf(address) view returns (uint256)",
  "function sharesToUnderlyingView(uint256 shares) view returns (uint256)",
  "function getWithdrawableShares(address staker, address[] strategies) view returns (uint256[] withdrawable, uint256[] deposit)",
  "struct Quote { address tokenIn; address tokenOut; uint256 amountIn; uint24 fee; uint160 sqrtPriceLimitX96; }",
  "function quoteExactInputSingle(Quote) view returns (uint256 amountOut, uint160, uint32, uint256)",
]);

const deployment = loadDeployment("devnet");
export type Token = "WETH" | "wstETH" | "weETH";
/** What an account may hold: tokens that pools trade, stETH, and shares of EigenLayer's stETH strategy. */
export type Held = Token | "stETH" | "EL-stETH";
const FEES = { wstETH: 100, weETH: 500 } as const;

export function tokenAddress(token: Exclude<Held, "EL-stETH">): Address {
  const found = deployment.assets.find(({ id }) => id === token);
  if (found === undefined) throw new Error(`the devnet has no ${token}`);
  return found.address;
}

export type Rates = Readonly<Record<"wstETH" | "weETH" | "EL-stETH", bigint>>;

/** The chain itself as it was at one block, asked directly. */
export type ChainAt = {
  readonly hash: string;
  readonly timestamp: bigint;
  /** Wei per gas of the block and the node's tip. */
  readonly gasPrice: bigint;
  readonly rates: Rates;
  /** The newest block at least so many seconds older, with its rates. */
  before(seconds: bigint): Promise<{ readonly timestamp: bigint; readonly rates: Rates }>;
  holdings(account: Address): Promise<Readonly<Record<Held | "ETH", bigint>>>;
  /** What the pool pays, by QuoterV2. */
  quote(swap: { readonly from: Token; readonly to: Token; readonly amount: bigint }): Promise<bigint>;
};

function ratesFrom(client: PublicClient) {
  return async (at: bigint): Promise<Rates> => ({
    wstETH: await client.readContract({
      address: tokenAddress("wstETH"),
      abi: ABI,
      functionName: "stEthPerToken",
      blockNumber: at,
    }),
    weETH: await client.readContract({
      address: tokenAddress("weETH"),
      abi: ABI,
      functionName: "getRate",
      blockNumber: at,
    }),
    "EL-stETH": await client.readContract({
      address: eigenLayerAddress("stETHStrategy"),
      abi: ABI,
      functionName: "sharesToUnderlyingView",
      args: [10n ** 18n],
      blockNumber: at,
    }),
  });
}

export async function chainAt(rpcUrl: string, blockNumber: bigint): Promise<ChainAt> {
  const client = createPublicClient({ transport: http(rpcUrl) });
  const block = await client.getBlock({ blockNumber });
  const ratesAt = ratesFrom(client);
  const staked = async (account: Address) => {
    const [withdrawable] = await client.readContract({
      address: eigenLayerAddress("delegationManager"),
      abi: ABI,
      functionName: "getWithdrawableShares",
      args: [account, [eigenLayerAddress("stETHStrategy")]],
      blockNumber,
    });
    return withdrawable[0] ?? 0n;
  };
  const balance = (token: Token | "stETH", account: Address) =>
    client.readContract({
      address: tokenAddress(token),
      abi: ABI,
      functionName: "balanceOf",
      args: [account],
      blockNumber,
    });
  const route = deployment.routes["uniswap-v3" as keyof typeof deployment.routes];
  if (route === undefined || block.baseFeePerGas === null)
    throw new Error("the devnet has no route or no fees");
  return {
    hash: block.hash,
    timestamp: block.timestamp,
    gasPrice: block.baseFeePerGas + (await client.estimateMaxPriorityFeePerGas()),
    rates: await ratesAt(blockNumber),
    before: async (seconds) => {
      let at = block;
      while (block.timestamp - at.timestamp < seconds)
        at = await client.getBlock({ blockNumber: at.number - 1n });
      return { timestamp: at.timestamp, rates: await ratesAt(at.number) };
    },
    holdings: async (account) => ({
      WETH: await balance("WETH", account),
      wstETH: await balance("wstETH", account),
      weETH: await balance("weETH", account),
      stETH: await balance("stETH", account),
      "EL-stETH": await staked(account),
      ETH: await client.getBalance({ address: account, blockNumber }),
    }),
    quote: async ({ from, to, amount }) => {
      const fee = FEES[from === "WETH" ? (to as keyof typeof FEES) : (from as keyof typeof FEES)];
      const [amountOut] = await client.readContract({
        address: route.quoter,
        abi: ABI,
        functionName: "quoteExactInputSingle",
        args: [
          {
            tokenIn: tokenAddress(from),
            tokenOut: tokenAddress(to),
            amountIn: amount,
            fee,
            sqrtPriceLimitX96: 0n,
          },
        ],
        blockNumber,
      });
      return amountOut;
    },
  };
}
