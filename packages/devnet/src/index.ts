export type { DevnetAccount } from "./accounts.ts";
export { devnetAccounts } from "./accounts.ts";
export type { DevnetTransaction } from "./chain/transaction.ts";
export type { TreasurySafe } from "./deploy/treasurySafes.ts";
export { treasuryName, treasurySafes } from "./deploy/treasurySafes.ts";
export { deployment } from "./deployment.ts";
export * from "./errors.ts";
export type { Devnet } from "./node/devnet.ts";
export type { DevnetOptions } from "./options.ts";
export type { ScenarioParameters, ScenarioResult } from "./scenarios/scenario.ts";
export type { ScenarioName } from "./scenarios/scenarios.ts";
export { seedDatabase } from "./seed/seedDatabase.ts";
export { treasuryPolicies } from "./seed/treasuryPolicies.ts";
export type { ContractName } from "./solidity/loadContracts.ts";
export { startDevnet } from "./startDevnet.ts";
export {
  deployEigenlayer,
  type EigenlayerContracts,
  type EigenlayerDelays,
} from "./testing/deployEigenlayer.ts";
export {
  deployEtherfi,
  type EtherfiContracts,
  type EtherfiSettings,
  etherToken,
} from "./testing/deployEtherfi.ts";

export { type EmptyChain, startEmptyChain } from "./testing/emptyChain.ts";
export { revertOf } from "./testing/revertOf.ts";
