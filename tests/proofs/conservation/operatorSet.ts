import { devnetAccounts } from "@ballast/devnet";

/** The devnet's one operator set, whose service its operator plays. */
export const OPERATOR_SET = { avs: devnetAccounts.operator.address, id: 1 } as const;
