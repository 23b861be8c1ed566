"use client";

/** The triangle that marks a target, in the text colour. */
export function TargetMark() {
  return (
    <svg width="8" height="6" aria-hidden="true">
      <path d="M0 0h8l-4 6z" fill="currentColor" />
    </svg>
  );
}
