import type { EigenlayerContracts, EigenlayerDelays, EmptyChain } from "@ballast/devnet";
import type { Address, PublicClient } from "viem";
import type { Setup } from "../form/scenario.ts";

/** A strategy on our chain. Native ether is one without a token. */
export type WorldStrategy = { readonly address: Address; readonly token: Address | null };

/** Freshly deployed contracts, with the scenario's stakers, operators and service at their recorded addresses. */
export type World = {
  readonly chain: EmptyChain;
  readonly reader: PublicClient;
  readonly setup: Setup;
  readonly delays: EigenlayerDelays;
  readonly contracts: Omit<EigenlayerContracts, "tokens">;
  readonly strategies: readonly WorldStrategy[];
};

/** The id of the one operator set of a scenario. */
export const OPERATOR_SET_ID = 1;
