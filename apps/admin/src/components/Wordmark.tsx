"use client";
/** Mark and name. In the rail only the mark's 24 px show. */
export function Wordmark() {
  return (
    <svg
      width="112"
      height="24"
      viewBox="0 0 112 24"
      preserveAspectRatio="xMinYMid slice"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      role="img"
      aria-label="Ballast"
    >
      <circle cx="12" cy="12" r="7.5" />
      <path d="M4.5 12a7.5 7.5 0 0 0 15 0z" fill="currentColor" stroke="none" />
      <path d="M1 12h22" />
      <g strokeWidth={1.9}>
        <path d="M35 5v13" />
        <circle cx="39.4" cy="13.6" r="4.4" />
        <circle cx="52.4" cy="13.6" r="4.4" />
        <path d="M56.8 9.2V18M61.6 5v13M66.4 5v13" />
        <circle cx="75.6" cy="13.6" r="4.4" />
        <path d="M80 9.2V18" />
        <path d="M90.2 10.6c-.6-.9-1.6-1.4-2.8-1.4-1.7 0-2.8.9-2.8 2.1 0 3 6 1.4 6 4.4 0 1.4-1.3 2.3-3.1 2.3-1.5 0-2.7-.6-3.3-1.6" />
        <path d="M96.6 6.2v9.2c0 1.7.9 2.6 2.4 2.6h.8M94 9.2h5.6" />
      </g>
    </svg>
  );
}
