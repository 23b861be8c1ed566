import type { BundleContracts } from "./schema/signedBundle.ts";

/** Contracts that somebody other than the bundle vouches for: the verifier's own deployment file, or the list below. */
export type TrustedContracts = Pick<BundleContracts, "deadlineChecker" | "assets" | "routers" | "venues">;

/**
 * Contracts by chain id. Mainnet: WETH9 and SwapRouter02 from Uniswap/docs,
 * docs/contracts/v3/reference/deployments/Ethereum-Deployments.md; stETH, wstETH and the withdrawal queue from lidofinance/core,
 * deployed-mainnet.json; weETH, its withdrawal adapter and the request NFT from etherfi-protocol/smart-contracts,
 * script/deploys/Deployed.s.sol; EigenLayer from Layr-Labs/eigenlayer-contracts, README.md, "Current Deployment Contracts".
 */
export const KNOWN_CONTRACTS: ReadonlyMap<bigint, TrustedContracts> = new Map([
  [
    1n,
    {
      deadlineChecker: "0x68b3465833fb72a70ecdf485e0e4c7bd8665fc45",
      assets: [
        { id: "WETH", address: "0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2", decimals: 18n },
        { id: "stETH", address: "0xae7ab96520de3a18e5e111b5eaab095312d7fe84", decimals: 18n },
        { id: "weETH", address: "0xcd5fe23c85820f7b72d0926fc9b05b43e359b7ee", decimals: 18n },
        { id: "wstETH", address: "0x7f39c581f595b53c5cb19bd0b3f8da6c935e2ca0", decimals: 18n },
      ],
      routers: [{ id: "uniswap-v3", address: "0x68b3465833fb72a70ecdf485e0e4c7bd8665fc45" }],
      venues: [
        { id: "eigenlayer.delegationManager", address: "0x39053d51b77dc0d36036fc1fcc8cb819df8ef37a" },
        { id: "eigenlayer.stETHStrategy", address: "0x93c4b944d05dfe6df7645a86cd2206016c51564d" },
        { id: "eigenlayer.strategyManager", address: "0x858646372cc42e1a627fce94aa7a7033e7cf075a" },
        { id: "etherfi.withdrawAdapter", address: "0xfbfe6b9cee0e555bad7e2e7309effc75200cbe38" },
        { id: "etherfi.withdrawRequestNFT", address: "0x7d5706f6ef3f89b3951e23e557cdfbc3239d4e2c" },
        { id: "lido.withdrawalQueue", address: "0x889edc2edab5f40e902b864ad4d7ade8e412f9b1" },
      ],
    },
  ],
]);
