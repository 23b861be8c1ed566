/**
 * The lease was taken over since it was taken: nothing of the transaction was stored. Stop all work under this lease;
 * whoever holds it now carries on from what is stored.
 */
export class StaleEpochError extends Error {
  readonly lease: string;
  readonly shown: bigint;
  /** null when the lease does not exist. */
  readonly current: bigint | null;

  constructor(facts: { lease: string; shown: bigint; current: bigint | null }) {
    super(
      `Lease ${facts.lease}: epoch ${facts.shown} is over, ${facts.current ?? "none"} is current. Another keeper took it; nothing was stored.`,
    );
    this.name = "StaleEpochError";
    this.lease = facts.lease;
    this.shown = facts.shown;
    this.current = facts.current;
  }
}
