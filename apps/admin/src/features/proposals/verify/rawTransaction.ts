/** A Safe transaction as it crosses from the server to the browser: integers as decimal text. */
export type RawTransaction = {
  readonly chainId: string;
  readonly account: `0x${string}`;
  readonly to: `0x${string}`;
  readonly value: string;
  readonly data: `0x${string}`;
  readonly operation: string;
  readonly safeTxGas: string;
  readonly baseGas: string;
  readonly gasPrice: string;
  readonly gasToken: `0x${string}`;
  readonly refundReceiver: `0x${string}`;
  readonly nonce: string;
};
