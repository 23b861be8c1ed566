import type { GoldenCase } from "./goldenCase.ts";
import { kept } from "./kept.ts";
import { troubled } from "./troubled.ts";
import { CALM, contextOf, WEETH, WSTETH } from "./world.ts";

const [told] = troubled;

/** What the keeper should decide where guards speak. */
export const guardCases: readonly GoldenCase[] = [
  ...(told === undefined
    ? []
    : [{ name: "guards-that-only-tell", outcome: "hold entries-frozen", context: told }]),
  {
    name: "rate-grows-too-fast",
    outcome: "hold entries-frozen",
    context: contextOf(kept({ ...CALM, stakes: [WSTETH, { ...WEETH, yield: "150" }] })),
  },
];
