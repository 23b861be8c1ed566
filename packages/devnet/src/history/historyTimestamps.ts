/** Sparse blocks in the deep past, dense ones where a keeper looks for its first yield window. */
const sparseSeconds = 3 * 60 * 60;
const denseSeconds = 60;
const denseSpanSeconds = 30 * 60;

/**
 * The timestamps of the blocks that lay down history: after `from`, one each three hours, one each minute in the last half
 * hour, the last exactly at `to`.
 * @param from seconds, the last block that exists
 * @param to seconds, where history ends
 */
export function historyTimestamps(from: number, to: number): number[] {
  const denseFrom = Math.max(from, to - denseSpanSeconds);
  const sparse = steps({ after: from, before: denseFrom, step: sparseSeconds });
  const dense = steps({ after: denseFrom, before: to, step: denseSeconds });
  return to > from ? [...sparse, ...dense, to] : [];
}

/** after + step, after + 2·step, … while before `before` */
function steps({ after, before, step }: { after: number; before: number; step: number }): number[] {
  const count = Math.max(0, Math.ceil((before - after) / step) - 1);
  return Array.from({ length: count }, (_, i) => after + (i + 1) * step);
}
