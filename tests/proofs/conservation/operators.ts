import { devnetAccounts } from "@ballast/devnet";

/** The devnet's two EigenLayer operators. */
export const OPERATORS = {
  A: devnetAccounts.operatorA.address,
  B: devnetAccounts.operatorB.address,
} as const;
