import { WrongLeaseError } from "../../errors/WrongLeaseError.ts";
import type { Lease } from "./lease.ts";

/**
 * The epoch to write, once it is sure that the lease is the one that the row needs.
 * @throws WrongLeaseError
 */
export function epochUnder(lease: Lease, needed: string): bigint {
  if (lease.name !== needed) throw new WrongLeaseError({ held: lease.name, needed });
  return lease.epoch;
}
