import type { RawLog } from "../adapter.ts";

/** A log is not what its first topic says: the contract has another version than the adapter knows. */
export class LogUnreadable extends Error {
  override readonly name = "LogUnreadable";
  readonly contract: string;
  readonly transaction: string;

  constructor({ address, transactionHash }: RawLog, expected: string) {
    super(
      `A log of ${address} in transaction ${transactionHash} is not ${expected}. Compare the contract's version with the adapter's.`,
    );
    this.contract = address;
    this.transaction = transactionHash;
  }
}
