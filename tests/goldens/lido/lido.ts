import { startEmptyChain } from "@ballast/devnet";
import type { GoldenCheck, GoldenSuite } from "../golden.ts";
import { lidoFile, recognisesLido } from "./lidoFile.ts";
import { partsOf } from "./partsOf.ts";
import { replayPart } from "./replayPart.ts";
import { vectors } from "./vectors.ts";

/** Replays recordings of Lido's stETH, wstETH and withdrawal queue. */
export const lido: GoldenSuite = { protocol: "lido", recognises: recognisesLido, run };

async function* run(document: unknown): AsyncGenerator<GoldenCheck> {
  const file = lidoFile(document);
  for (const name of file.safeTests)
    yield {
      kind: "safe",
      name,
      outcome: "out-of-scope",
      reason: "a run by a Safe, of which only the gas was recorded",
    };
  const parts = partsOf(file).filter(({ steps, transfers }) => steps.length + transfers.length > 0);
  if (parts.length === 0) return;
  for (const part of parts) yield* vectors(part);
  const chain = await startEmptyChain();
  try {
    for (const part of parts) yield* replayPart(chain, part);
  } finally {
    await chain.stop();
  }
}
