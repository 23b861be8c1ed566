/** The contracts' own error that a step would revert with; `CouldNotTell` where something that decides it was not read. */
export type RefusalError =
  | "ActivelyDelegated"
  | "BalanceExceedsMaxTotalDeposits"
  | "CouldNotTell"
  | "CurrentlyPaused"
  | "FullySlashed"
  | "InvalidSignature"
  | "MaxPerDepositExceedsMax"
  | "NewSharesZero"
  | "NotActivelyDelegated"
  | "OperatorNotRegistered"
  | "OperatorsCannotUndelegate"
  | "SaltSpent"
  | "SharesAmountTooHigh"
  | "SharesAmountZero"
  | "SignatureExpired"
  | "StrategyNotWhitelisted"
  | "WithdrawalDelayNotElapsed"
  | "WithdrawalNotQueued";

/** Why a step would not pass, and what to do. */
export type Refusal = { readonly error: RefusalError; readonly text: string };
