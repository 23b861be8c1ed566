import type { Lease } from "@ballast/db";
import type { HeldLeases } from "./leases.ts";

/** Leases under which a head is judged: the chain's sweep, and whatever lanes this keeper holds. */
export type HeadLeases = { readonly held: HeldLeases; readonly sweep: Lease };
