"use client";
export type BandBarFigures = {
  /** Share now, in basis points; null when unknown. */
  readonly now: number | null;
  readonly min: number;
  readonly target: number;
  readonly max: number;
};

const HEIGHT = 24;

const percent = (bps: number, scale: number) => `${Math.min(100, (bps / scale) * 100)}%`;

/**
 * Drawn as a client component, like every drawing here: streamed from the server in parts, React would hide a half-sent svg with an
 * inline style, which the content security policy forbids.
 *
 * Now against the band: ink is measured, magenta is authored. Beyond the maximum the bar is hatched. All rows of one
 * table share `scale` (basis points at the right edge). Numbers here are for drawing only.
 */
export function BandBar({ figures, scale }: { readonly figures: BandBarFigures; readonly scale: number }) {
  const { now, min, target, max } = figures;
  const at = (bps: number) => percent(bps, scale);
  const inside = now === null ? 0 : Math.min(now, max);
  return (
    <svg className="band" height={HEIGHT} role="img" aria-label={describe(figures)}>
      <defs>
        <pattern
          id="band-over"
          width="4"
          height="4"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line className="over" x1="1" y1="0" x2="1" y2="4" strokeWidth="2" />
        </pattern>
      </defs>
      <line className="axis" x1="0" x2="100%" y1="12" y2="12" />
      <rect className="ground" x={at(min)} width={percent(max - min, scale)} y="3" height="18" />
      {min > 0 && <line className="edge" x1={at(min)} x2={at(min)} y1="3" y2="21" />}
      <line className="edge" x1={at(max)} x2={at(max)} y1="3" y2="21" />
      <rect className="now" x="0" width={at(inside)} y="8" height="8" />
      {now !== null && now > max && <OverPart at={at} max={max} now={now} scale={scale} />}
      {now === null && <line className="unknown" x1="0" x2={at(max)} y1="12" y2="12" strokeWidth="6" />}
      <svg x={at(target)} y="-1" overflow="visible" aria-hidden="true">
        <path className="target" d="M-4 0h8l-4 6z" />
      </svg>
    </svg>
  );
}

type OverProps = {
  readonly at: (bps: number) => string;
  readonly max: number;
  readonly now: number;
  readonly scale: number;
};

function OverPart({ at, max, now, scale }: OverProps) {
  return (
    <g>
      <rect x={at(max)} width={percent(now - max, scale)} y="8" height="8" fill="var(--b-surface)" />
      <rect
        x={at(max)}
        width={percent(now - max, scale)}
        y="8"
        height="8"
        fill="url(#band-over)"
        stroke="var(--b-warning-mark)"
      />
    </g>
  );
}

function describe({ now, min, target, max }: BandBarFigures): string {
  const say = (bps: number) => (bps / 100).toFixed(2);
  const share = now === null ? "no data now" : `${say(now)} per cent now`;
  return `${share}, band ${say(min)} to ${say(max)}, target ${say(target)}`;
}
