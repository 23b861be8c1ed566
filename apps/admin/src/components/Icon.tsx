"use client";
const PATHS = {
  overview: "M2.5 8h11M8 2.5V5M8 11v2.5M13.5 8a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0",
  positions: "M2.5 4.5h11M2.5 8h11M2.5 11.5h7",
  policies: "M3 2.5v11M13 2.5v11M3 5h10M3 11h10M6 8h4",
  proposals: "m9.8 3.2 3 3L6 13H3v-3zM9.5 13.5h4",
  activity: "M1.5 8h3l2-5 3.5 10 2-5h2.5",
  check: "m3.5 8.5 3 3 6-7",
  cross: "M4 4l8 8M12 4l-8 8",
  ok: "M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0M5.4 8.2l1.8 1.8 3.4-3.8",
  notice: "M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0M8 7.4V11M8 5v.1",
  warning: "M8 2.4 14.2 13H1.8zM8 6.6v3M8 11.2v.1",
  critical: "M5.5 2h5L14 5.5v5L10.5 14h-5L2 10.5v-5zM8 5v3.6M8 10.9v.1",
  unknown: "M6.4 6.4a1.6 1.6 0 1 1 2.3 1.5c-.5.3-.7.6-.7 1.1M8 11.2v.1",
  down: "m4.5 6.5 3.5 3.5 3.5-3.5",
  right: "M3 8h10M9.5 4.5 13 8l-3.5 3.5",
  copy: "M7 5.5h5a1.5 1.5 0 0 1 1.5 1.5v5a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 12V7A1.5 1.5 0 0 1 7 5.5zM10.5 3.2V3a1 1 0 0 0-1-1h-6a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h.2",
  theme: "M13.5 8a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0M8 2.5v11",
  wallet:
    "M2.5 5.5v6a1.5 1.5 0 0 0 1.5 1.5h8a1.5 1.5 0 0 0 1.5-1.5v-5A1.5 1.5 0 0 0 12 5H3.5a1 1 0 0 1 0-2H12M11 9v.1",
  looser: "M5 4.5 1.5 8 5 11.5M11 4.5 14.5 8 11 11.5M2 8h12",
  tighter: "M2.5 4.5 6 8l-3.5 3.5M13.5 4.5 10 8l3.5 3.5",
  plus: "M8 3.5v9M3.5 8h9",
  minus: "M3.5 8h9",
  download: "M8 2.5v7.5M4.8 7 8 10.2 11.2 7M3 13.5h10",
  play: "M5 3.5v9l7-4.5z",
  pause: "M5.5 3.5v9M10.5 3.5v9",
} as const;

export type IconName = keyof typeof PATHS;

/** One drawing of the set: 16 px grid, 1.5 px stroke. Always beside a word that says the same. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: 13 | 14 | 16 | 20 }) {
  return (
    <svg
      className="block flex-none"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {name === "unknown" && <circle cx="8" cy="8" r="6" strokeDasharray="2.4 1.9" />}
      <path d={PATHS[name]} />
    </svg>
  );
}
