import type { Address } from "viem";
import { operatorAddresses } from "./operatorDeployments.ts";

/** A price feed of the devnet. */
export interface DevnetFeed {
  readonly id: "ETH/USD" | "stETH/ETH" | "weETH/ETH";
  readonly address: Address;
  readonly decimals: 8 | 18;
  /**
   * The longest time between two rounds while the devnet runs. Mainnet's are 3,600 s and 86,400 s; scaled down as the
   * devnet's yield window is (10 minutes), so that staleness can be seen within minutes.
   */
  readonly heartbeatSeconds: number;
}

export const devnetFeeds = {
  ethUsd: { id: "ETH/USD", address: operatorAddresses.ethUsdFeed, decimals: 8, heartbeatSeconds: 120 },
  stEthEth: { id: "stETH/ETH", address: operatorAddresses.stEthEthFeed, decimals: 18, heartbeatSeconds: 600 },
  weEthEth: { id: "weETH/ETH", address: operatorAddresses.weEthEthFeed, decimals: 18, heartbeatSeconds: 600 },
} as const satisfies Record<string, DevnetFeed>;
