import type { BadgeLevel } from "../../components/LevelBadge.tsx";

export type FindingView = {
  readonly key: string;
  readonly level: BadgeLevel;
  readonly title: string;
  readonly sentence: string;
  readonly evidence: readonly string[];
};

/** What a decision found, worst first, apart from what passed. */
export type FindingsView = { readonly open: readonly FindingView[]; readonly passed: readonly FindingView[] };
