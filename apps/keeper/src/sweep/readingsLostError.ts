import type { Address } from "@ballast/core";

/** A sweep's readings of an account are not stored, so its tick cannot go on. */
export class ReadingsLostError extends Error {
  override readonly name = "ReadingsLostError";
  readonly sweepId: bigint;
  readonly account: Address;

  constructor(facts: { readonly sweepId: bigint; readonly account: Address }) {
    super(
      `Sweep ${facts.sweepId} has no stored readings of ${facts.account}. Its tick ends as failed; the next head is read anew.`,
    );
    this.sweepId = facts.sweepId;
    this.account = facts.account;
  }
}
