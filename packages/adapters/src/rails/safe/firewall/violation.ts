/**
 * What the firewall can find wrong with a final transaction. Each code stands for one promise to the signers;
 * any violation refuses the transaction.
 */
export type ViolationCode =
  | "account"
  | "safe-unread"
  | "unsupported-version"
  | "nonce"
  | "target"
  | "code-hash"
  | "operation"
  | "value"
  | "gas-field"
  | "malformed"
  | "too-many-calls"
  | "limit"
  | "deadline"
  | "delegatecall"
  | "call-missing"
  | "call-unplanned"
  | "safe-configuration"
  | "asset-unknown"
  | "route-unknown"
  | "spender"
  | "approval"
  | "recipient"
  | "swap-path"
  | "amount"
  | "minimum"
  | "minimum-below-rate"
  | "rate-missing"
  | "price-limit"
  | "contract-unknown"
  | "position"
  | "ticket"
  | "owner"
  | "operator"
  | "strategy"
  | "shares"
  | "token"
  | "as-shares";

/** One broken promise, with what was expected and what the bytes say. */
export type Violation = {
  readonly code: ViolationCode;
  /** Index of the call inside the batch, from 0; null when it is about the transaction itself. */
  readonly call: bigint | null;
  readonly field: string;
  readonly expected: string;
  readonly actual: string;
};
