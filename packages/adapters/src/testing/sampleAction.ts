import { type Action, assetId, positionId, rawAmount, venueId } from "@ballast/core";
import { DEVNET, ETH, UNISWAP } from "./devnetView.ts";

const [WSTETH_POOL, WEETH_POOL] = DEVNET.routes[UNISWAP]?.pools ?? [];
if (WSTETH_POOL === undefined || WEETH_POOL === undefined) throw new Error("the devnet lost its pools");

/** Sell 10 wstETH for at least 12 WETH on the devnet. */
export const EXIT: Action = {
  kind: "exit",
  position: positionId("lido:wstETH"),
  venue: venueId("lido"),
  route: UNISWAP,
  pool: WSTETH_POOL.address,
  fee: WSTETH_POOL.fee,
  spend: { asset: assetId("wstETH"), amount: rawAmount(10n * ETH) },
  receive: { asset: assetId("WETH"), expected: rawAmount(12n * ETH + 5n), atLeast: rawAmount(12n * ETH) },
  limitedBy: "gain",
};

/** Buy at least 11 weETH for 12 WETH on the devnet. */
export const ENTER: Action = {
  kind: "enter",
  position: positionId("etherfi:weETH"),
  venue: venueId("etherfi"),
  route: UNISWAP,
  pool: WEETH_POOL.address,
  fee: WEETH_POOL.fee,
  spend: { asset: assetId("WETH"), amount: rawAmount(12n * ETH) },
  receive: { asset: assetId("weETH"), expected: rawAmount(11n * ETH + 5n), atLeast: rawAmount(11n * ETH) },
  limitedBy: "gain",
};
