import type { BundleContracts } from "./schema/signedBundle.ts";

/** Contracts that somebody other than the bundle vouches for: the verifier's own deployment file, or the list below. */
export type TrustedContracts = Pick<BundleContracts, "deadlineChecker" | "assets" | "routers">;

/**
 * Contracts by chain id. Mainnet: WETH9 and SwapRouter02 from Uniswap/docs,
 * docs/contracts/v3/reference/deployments/Ethereum-Deployments.md; wstETH from lidofinance/core, deployed-mainnet.json;
 * weETH from etherfi-protocol/smart-contracts, script/deploys/Deployed.s.sol.
 */
export const KNOWN_CONTRACTS: ReadonlyMap<bigint, TrustedContracts> = new Map([
  [
    1n,
    {
      deadlineChecker: "0x68b3465833fb72a70ecdf485e0e4c7bd8665fc45",
      assets: [
        { id: "WETH", address: "0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2", decimals: 18n },
        { id: "weETH", address: "0xcd5fe23c85820f7b72d0926fc9b05b43e359b7ee", decimals: 18n },
        { id: "wstETH", address: "0x7f39c581f595b53c5cb19bd0b3f8da6c935e2ca0", decimals: 18n },
      ],
      routers: [{ id: "uniswap-v3", address: "0x68b3465833fb72a70ecdf485e0e4c7bd8665fc45" }],
    },
  ],
]);
