import type { FourSteps } from "./fourSteps.ts";

export type ScenarioRun = {
  readonly name: string;
  readonly state: "queued" | "running" | "done" | "failed";
  /** What was done, or why not. */
  readonly sentence: string;
  readonly at: number;
};

/** What the devnet's card and panel show. */
export type DevnetView = {
  readonly steps: FourSteps;
  readonly shiftError: string | null;
  /** The proposal that the steps are about. */
  readonly proposal: {
    readonly href: string;
    readonly title: string;
    readonly signed: number;
    readonly threshold: number;
  } | null;
  readonly executed: { readonly block: string; readonly at: number } | null;
  /** Newest first. */
  readonly runs: readonly ScenarioRun[];
};
