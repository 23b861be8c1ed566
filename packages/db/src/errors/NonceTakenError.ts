import type { Address } from "@ballast/core";

/** Another tick holds this nonce of the account. */
export class NonceTakenError extends Error {
  readonly chainId: bigint;
  readonly address: Address;
  readonly nonce: bigint;

  constructor(
    { account, nonce }: { account: { chainId: bigint; address: Address }; nonce: bigint },
    options?: ErrorOptions,
  ) {
    super(
      `Nonce ${nonce} of ${account.address} on chain ${account.chainId} is reserved for another tick. Take the next free one, or release it if that work is gone.`,
      options,
    );
    this.name = "NonceTakenError";
    this.chainId = account.chainId;
    this.address = account.address;
    this.nonce = nonce;
  }
}
