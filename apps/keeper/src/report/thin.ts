import type { Point } from "@ballast/core";

/** Indices of the smallest and the largest of a stretch by one figure. */
function extremes(points: readonly Point[], { from, to }: { from: number; to: number }): number[] {
  let [low, high] = [from, from];
  const worth = (index: number) => points[index]?.ballast.market ?? 0n;
  for (let index = from; index < to; index += 1) {
    if (worth(index) < worth(low)) low = index;
    if (worth(index) > worth(high)) high = index;
  }
  return [low, high];
}

/**
 * At most about `most` points to draw, evenly, with the lowest and highest of each stretch, so that no fall is drawn away. The first and the last are always there.
 */
export function thin(points: readonly Point[], most: number): readonly Point[] {
  if (points.length <= most) return points;
  const stretches = Math.max(1, Math.floor(most / 3));
  const kept = new Set([0, points.length - 1]);
  for (let stretch = 0; stretch < stretches; stretch += 1) {
    const from = Math.floor((stretch * points.length) / stretches);
    const to = Math.floor(((stretch + 1) * points.length) / stretches);
    for (const index of [from, ...extremes(points, { from, to })]) kept.add(index);
  }
  return [...kept].sort((a, b) => a - b).flatMap((index) => points[index] ?? []);
}
