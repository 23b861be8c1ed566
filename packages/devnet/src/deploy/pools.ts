import { type Address, encodeAbiParameters, getContractAddress, keccak256 } from "viem";
import { operatorAddresses } from "./operatorDeployments.ts";
import { packageArtifact } from "./packageArtifact.ts";

/** A Uniswap v3 pool of one wrapped staking token against WETH. */
export interface DevnetPool {
  readonly token: "wstETH" | "weETH";
  readonly tokenAddress: Address;
  /** hundredths of a basis point, as Uniswap counts */
  readonly fee: number;
  readonly tickSpacing: number;
  readonly token0: Address;
  readonly token1: Address;
  readonly address: Address;
}

/** The two pools; fees as on mainnet, where they are the deep ones. */
export const devnetPools = {
  wstETH: devnetPool("wstETH", { fee: 100, tickSpacing: 1 }),
  weETH: devnetPool("weETH", { fee: 500, tickSpacing: 10 }),
} as const;

function devnetPool(
  token: DevnetPool["token"],
  { fee, tickSpacing }: { fee: number; tickSpacing: number },
): DevnetPool {
  const tokenAddress = operatorAddresses[token];
  const { weth } = operatorAddresses;
  const [token0, token1] = BigInt(tokenAddress) < BigInt(weth) ? [tokenAddress, weth] : [weth, tokenAddress];
  const key = encodeAbiParameters(
    [{ type: "address" }, { type: "address" }, { type: "uint24" }],
    [token0, token1, fee],
  );
  const { bytecode } = packageArtifact(
    "@uniswap/v3-core/artifacts/contracts/UniswapV3Pool.sol/UniswapV3Pool.json",
  );
  const address = getContractAddress({
    opcode: "CREATE2",
    from: operatorAddresses.uniswapFactory,
    salt: keccak256(key),
    bytecode,
  });
  return { token, tokenAddress, fee, tickSpacing, token0, token1, address };
}
