import type { SwapRoute } from "./route.ts";
import { uniswapV3 } from "./uniswap-v3/index.ts";

/** Every swap route that Ballast knows; one line each. */
export const routes: readonly SwapRoute[] = [uniswapV3];
