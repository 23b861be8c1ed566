import { GoldenUnreadable } from "../GoldenUnreadable.ts";
import type { Fields, RecordedStep } from "./recordedStep.ts";

/** A file of ether.fi's form. */
export type EtherfiFile = {
  /** the text that states the parameters under which it was recorded */
  readonly parameters: string;
  readonly steps: readonly RecordedStep[];
  /** names of what was recorded of a Safe */
  readonly safeTests: readonly string[];
};

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether a document is of ether.fi's form: its source says so, or its steps tell of weETH. */
export function recognisesEtherfi(document: unknown): boolean {
  if (!isFields(document)) return false;
  const source = isFields(document.meta) ? document.meta.source : undefined;
  if (typeof source === "string") return source.includes("etherfi-protocol/");
  const [first] = Array.isArray(document.steps) ? document.steps : [];
  return isFields(first) && isFields(first.before) && "weETHgetRate" in first.before;
}

/** @throws GoldenUnreadable when the document has not the form that it claims */
export function etherfiFile(document: unknown): EtherfiFile {
  if (!isFields(document)) throw unreadable("the document", "is no object");
  const { meta, steps, safeTests = {} } = document;
  const parameters = isFields(meta) ? meta.parametersAreRigValues : undefined;
  if (typeof parameters !== "string") throw unreadable("meta.parametersAreRigValues", "is no text");
  if (!Array.isArray(steps) || steps.length === 0) throw unreadable("steps", "is no list with steps");
  if (!isFields(safeTests)) throw unreadable("safeTests", "is no object");
  return { parameters, steps: steps.map(stepOf), safeTests: Object.keys(safeTests) };
}

function stepOf(step: unknown, index: number): RecordedStep {
  if (!isFields(step)) throw unreadable(`steps[${index}]`, "is no object");
  const { action, before, after } = step;
  if (typeof action !== "string") throw unreadable(`steps[${index}].action`, "is no text");
  if (!isFields(before)) throw unreadable(`steps[${index}].before`, "is no object");
  if (!isFields(after)) throw unreadable(`steps[${index}].after`, "is no object");
  return { ...step, action, before, after };
}

const unreadable = (place: string, problem: string) =>
  new GoldenUnreadable({ protocol: "ether.fi", place, problem });
