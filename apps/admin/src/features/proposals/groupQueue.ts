/** What the queue needs to know of a transaction to put it in its place. */
export type Queued = { readonly nonce: bigint };

export type QueueEntry<Row extends Queued> =
  /** Everything posted for one nonce; only one of several can ever happen. */
  | {
      readonly kind: "nonce";
      readonly nonce: bigint;
      readonly isNext: boolean;
      readonly rows: readonly Row[];
    }
  /** Nonces that nothing is posted for, both included: what comes after them can't execute. */
  | { readonly kind: "gap"; readonly from: bigint; readonly to: bigint };

/** The queue of one account by nonce, with its conflicts and gaps. `next` is the Safe's nonce on chain. */
export function groupQueue<Row extends Queued>(
  rows: readonly Row[],
  next: bigint,
): readonly QueueEntry<Row>[] {
  const nonces = [...new Set(rows.map(({ nonce }) => nonce))].sort((a, b) => (a < b ? -1 : 1));
  const entries: QueueEntry<Row>[] = [];
  let expected = next;
  for (const nonce of nonces) {
    if (nonce > expected) entries.push({ kind: "gap", from: expected, to: nonce - 1n });
    entries.push({
      kind: "nonce",
      nonce,
      isNext: nonce === next,
      rows: rows.filter((row) => row.nonce === nonce),
    });
    if (nonce >= expected) expected = nonce + 1n;
  }
  return entries;
}
