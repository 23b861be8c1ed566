import { routeId } from "@ballast/core";

export const UNISWAP_V3 = routeId("uniswap-v3");
