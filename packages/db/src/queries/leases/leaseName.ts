import type { AccountRef } from "@ballast/core";

/** An account as a key: an AccountRef does. */
export type AccountKey = Pick<AccountRef, "chainId" | "address">;

/** Name of the lease under which a chain is swept. */
export const sweepLeaseName = (chainId: bigint): string => `sweep:${chainId}`;

/** Name of the lease under which an account is judged and proposed for. */
export const laneLeaseName = ({ chainId, address }: AccountKey): string => `lane:${chainId}:${address}`;
