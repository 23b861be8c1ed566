import { GoldenUnreadable } from "../GoldenUnreadable.ts";

/** Anything with named fields, as JSON gives it. */
export type Fields = Readonly<Record<string, unknown>>;

/** One recorded step. What it has beside its action depends on the action and on how it ended. */
export type LidoStep = Fields & { readonly action: string };

/** A file of Lido's form: transfers under given totals, steps in order, and runs by a Safe. */
export type LidoFile = {
  readonly transfers: readonly Fields[];
  readonly steps: readonly LidoStep[];
  readonly safeTests: readonly string[];
};

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether a document is of Lido's form: its source says so, or it has steps and transfers that move shares of pooled ether. */
export function recognisesLido(document: unknown): boolean {
  if (!isFields(document)) return false;
  const source = isFields(document.meta) ? document.meta.source : undefined;
  if (typeof source === "string") return source.includes("lidofinance/");
  return Array.isArray(document.steps) && Array.isArray(document.transfers);
}

/**
 * Reads the parts of a file. A list that is absent is empty.
 * @throws GoldenUnreadable when a part is of another form
 */
export function lidoFile(document: unknown): LidoFile {
  if (!isFields(document)) throw unreadable("the document", "is no object");
  const steps = listOf(document, "steps").map((step, index) => {
    if (typeof step.action !== "string") throw unreadable(`steps[${index}].action`, "is no text");
    return { ...step, action: step.action };
  });
  const safeTests = document.safeTests ?? {};
  if (!isFields(safeTests)) throw unreadable("safeTests", "is no object");
  return { transfers: listOf(document, "transfers"), steps, safeTests: Object.keys(safeTests) };
}

function listOf(document: Fields, name: string): Fields[] {
  const list = document[name] ?? [];
  if (!Array.isArray(list)) throw unreadable(name, "is no list");
  return list.map((entry: unknown, index) => {
    if (!isFields(entry)) throw unreadable(`${name}[${index}]`, "is no object");
    return entry;
  });
}

const unreadable = (place: string, problem: string) =>
  new GoldenUnreadable({ protocol: "lido", place, problem });
