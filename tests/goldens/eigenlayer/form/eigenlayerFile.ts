import type { EigenlayerDelays } from "@ballast/devnet";
import { GoldenUnreadable } from "../../GoldenUnreadable.ts";
import { Fields } from "./Fields.ts";
import { StepProblem } from "./StepProblem.ts";
import { type Scenario, scenarioOf } from "./scenario.ts";

/** A recording of EigenLayer, its outer form checked; steps and vectors are read when they are replayed. */
export type EigenlayerFile = {
  /** as the recorded contracts had them */
  readonly delays: EigenlayerDelays;
  /** by kind */
  readonly vectors: Readonly<Record<string, readonly unknown[]>>;
  readonly signaturesAndClaims: unknown;
  readonly scenarios: readonly Scenario[];
};

/** `fields` explains the names, `gas` is another machine's. */
const SECTIONS = ["meta", "fields", "gas", "signaturesAndClaims", "vectors", "scenarios"];

/** @throws GoldenUnreadable when the document has not the form of a recording of EigenLayer */
export function eigenlayerFile(document: unknown): EigenlayerFile {
  try {
    return read(new Fields(document, ""));
  } catch (error) {
    if (!(error instanceof StepProblem)) throw error;
    const problem = `is ${error.recorded}: it must be ${error.wanted}`;
    throw new GoldenUnreadable({ protocol: "eigenlayer", place: error.field, problem });
  }
}

function read(file: Fields): EigenlayerFile {
  file.requireOnly(SECTIONS);
  const vectors = file.has("vectors") ? file.object("vectors") : new Fields({}, "vectors");
  const scenarios = file.has("scenarios") ? file.list("scenarios") : [];
  return {
    delays: delaysOf(file.object("meta").object("delays")),
    vectors: Object.fromEntries(vectors.names().map((kind) => [kind, vectors.list(kind)])),
    signaturesAndClaims: file.raw("signaturesAndClaims"),
    scenarios: scenarios.map((scenario, index) => scenarioOf(new Fields(scenario, `scenarios[${index}]`))),
  };
}

function delaysOf(delays: Fields): EigenlayerDelays {
  return {
    minWithdrawal: Number(delays.integer("MIN_WITHDRAWAL_DELAY_BLOCKS")),
    deallocation: Number(delays.integer("DEALLOCATION_DELAY")),
    allocationConfiguration: Number(delays.integer("ALLOCATION_CONFIGURATION_DELAY")),
  };
}
