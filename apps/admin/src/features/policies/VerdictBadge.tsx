import type { Verdict } from "@ballast/core";

const WORDS = { tighter: "Tighter", neutral: "Neutral", looser: "Looser" } as const;
const LEVELS = { tighter: "ok", neutral: "plain", looser: "warning" } as const;

/** What a change is, in a word. `because` is shown as its title. */
export function VerdictBadge({ verdict, because }: { readonly verdict: Verdict; readonly because?: string }) {
  return (
    <span className="level" data-level={LEVELS[verdict]} title={because}>
      {WORDS[verdict]}
    </span>
  );
}
