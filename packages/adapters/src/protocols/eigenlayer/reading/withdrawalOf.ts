import { type Address, blockNumber, type EigenLayerWithdrawal } from "@ballast/core";

/** A withdrawal as the contract's ABI gives it. */
export type AbiWithdrawal = Omit<EigenLayerWithdrawal, "startBlock"> & { readonly startBlock: number };

/** The contract's withdrawal with its block as a block number. Nothing else may differ: the whole of it is hashed. */
export const withdrawalOf = ({ startBlock, ...rest }: AbiWithdrawal): EigenLayerWithdrawal => ({
  staker: rest.staker as Address,
  delegatedTo: rest.delegatedTo,
  withdrawer: rest.withdrawer,
  nonce: rest.nonce,
  startBlock: blockNumber(BigInt(startBlock)),
  strategies: rest.strategies,
  scaledShares: rest.scaledShares,
});
