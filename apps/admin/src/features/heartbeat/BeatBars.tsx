import type { Beat } from "./heartbeatView.ts";

const PLACES = 30;
const HEIGHTS: Readonly<Record<Beat, number>> = {
  held: 6,
  open: 6,
  refused: 12,
  proposed: 18,
  failed: 18,
  missed: 0,
};
const FILLS: Readonly<Record<Beat, string>> = {
  held: "fill-control",
  open: "fill-ok-mark",
  refused: "fill-unknown-mark",
  proposed: "fill-authored-mark",
  failed: "fill-critical-mark",
  missed: "",
};

/** Low: held. Tall magenta: proposed. Middle grey: refused. Tall red: failed. Gap: missed. */
export function BeatBars({ beats }: { readonly beats: readonly Beat[] }) {
  const first = PLACES - beats.length;
  const bars = beats.map((beat, at) => ({ beat, place: first + at }));
  return (
    <svg
      className="ticks"
      viewBox="0 0 150 18"
      preserveAspectRatio="none"
      role="img"
      aria-label={describe(beats)}
    >
      {bars.map(({ beat, place }) => (
        <rect
          key={place}
          className={FILLS[beat]}
          x={place * 5}
          width={3.4}
          y={18 - HEIGHTS[beat]}
          height={HEIGHTS[beat]}
        />
      ))}
    </svg>
  );
}

function describe(beats: readonly Beat[]): string {
  const count = (kind: Beat) => beats.filter((beat) => beat === kind).length;
  const parts = (["held", "proposed", "refused", "failed", "missed"] as const).map(
    (kind) => `${count(kind)} ${kind}`,
  );
  return `Last ${beats.length} evaluations: ${parts.join(", ")}`;
}
