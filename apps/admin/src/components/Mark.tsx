"use client";
/** The load line: the disc painted on a hull. Drawn in the text colour, never tinted. */
export function Mark({ size = 24 }: { readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      aria-hidden="true"
    >
      <circle cx="12" cy="12" r="7.5" />
      <path d="M4.5 12a7.5 7.5 0 0 0 15 0z" fill="currentColor" stroke="none" />
      <path d="M1 12h22" />
    </svg>
  );
}
