import { parseTime, type UnixSeconds } from "@ballast/core";
import type { Anchors } from "./incidentStory.ts";

const PLACES = 6;
const SCALE = 10n ** BigInt(PLACES);

function scaled(text: string): bigint {
  const [whole = "0", fraction = ""] = text.split(".");
  return BigInt(whole) * SCALE + BigInt(fraction.slice(0, PLACES).padEnd(PLACES, "0"));
}

/** A value between two anchors by a straight line, rounded down to six places; the first before all, the last after all. As decimal text. */
export function interpolateDown(anchors: Anchors, time: UnixSeconds): string {
  const known = anchors.map(([at, value]) => ({ at: parseTime(at), value: scaled(value) }));
  const next = known.findIndex(({ at }) => at >= time);
  const [from, to] = [known[next - 1], known[next] ?? known.at(-1)];
  if (to === undefined) return "0";
  const value =
    from === undefined || next < 0
      ? to.value
      : from.value + ((to.value - from.value) * (time - from.at)) / (to.at - from.at);
  return `${value / SCALE}.${(value % SCALE).toString().padStart(PLACES, "0")}`;
}
