import { startEmptyChain } from "@ballast/devnet";
import type { GoldenCheck, GoldenSuite } from "../golden.ts";
import { eigenlayerFile } from "./form/eigenlayerFile.ts";
import { recognisesEigenlayer } from "./form/recognisesEigenlayer.ts";
import { openReader } from "./replay/openReader.ts";
import { replayScenario } from "./replay/replayScenario.ts";
import { signatureChecks } from "./vectors/signatureChecks.ts";
import { vectorChecks } from "./vectors/vectorChecks.ts";

/** Replays recordings of EigenLayer: share arithmetic, signatures, and lives of stakers and operators. */
export const eigenlayer: GoldenSuite = { protocol: "eigenlayer", recognises: recognisesEigenlayer, run };

async function* run(document: unknown): AsyncGenerator<GoldenCheck> {
  const file = eigenlayerFile(document);
  const { signaturesAndClaims, scenarios, delays } = file;
  for (const section of Object.keys(file.vectors)) yield* vectorChecks(section, file);
  yield* signatureChecks(signaturesAndClaims);
  if (scenarios.length === 0) return;
  const chain = await startEmptyChain();
  try {
    const on = { chain, reader: await openReader(chain) };
    for (const scenario of scenarios) yield* replayScenario(on, { scenario, delays });
  } finally {
    await chain.stop();
  }
}
