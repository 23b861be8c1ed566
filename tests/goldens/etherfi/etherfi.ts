import type { GoldenSuite } from "../golden.ts";
import { checkVectors } from "./checkVectors.ts";
import { etherfiFile, recognisesEtherfi } from "./etherfiFile.ts";
import { replaySteps } from "./replaySteps.ts";
import { rigValues } from "./rigValues.ts";

const SAFE_REASON =
  "of a Safe only gas and a word are recorded; the callback on which they turn is tested with the contracts";

/**
 * Files of ether.fi's form: every step as a transaction on freshly deployed contracts, and by itself through the arithmetic of the
 * adapter. Gas, addresses and times are not compared.
 */
export const etherfi: GoldenSuite = {
  protocol: "ether.fi",
  recognises: recognisesEtherfi,
  run: async function* (document) {
    const file = etherfiFile(document);
    const rig = rigValues(file.parameters);
    yield* checkVectors(file, rig);
    for await (const { check } of replaySteps(file, rig)) yield check;
    for (const name of file.safeTests)
      yield { kind: "safe test", name, outcome: "out-of-scope", reason: SAFE_REASON };
  },
};
