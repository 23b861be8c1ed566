import type { Chain } from "./chain.ts";

/** One side of a position with how much has passed. Mutable: matching fills it. */
export type Side = { readonly chain: Chain; used: bigint; segment: number; closedBy: string | null };
