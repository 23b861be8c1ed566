import type { StepNames } from "./stepNames.ts";

/** What is needed to speak of a call: names, and whose Safe it is. */
export type StepWords = { readonly names: StepNames; readonly account: string };
