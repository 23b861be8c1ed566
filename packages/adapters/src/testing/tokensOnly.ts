import { venueId } from "@ballast/core";
import type { Deployment } from "../deployment/types.ts";
import { DEVNET } from "./devnetView.ts";

const only = <Contracts extends object>(contracts: Contracts, ...names: readonly string[]) =>
  Object.fromEntries(Object.entries(contracts).filter(([name]) => names.includes(name)));
/** The devnet as far as its fake answers: tokens without their queues, and no EigenLayer. The conformance tests sweep the whole one. */
export const TOKENS_ONLY = {
  ...DEVNET,
  venues: {
    ...only(DEVNET.venues, "idle"),
    lido: only(DEVNET.venues[venueId("lido")] ?? {}, "stETH", "wstETH"),
    etherfi: only(DEVNET.venues[venueId("etherfi")] ?? {}, "weETH", "eETH", "liquidityPool"),
  },
} as Deployment;
