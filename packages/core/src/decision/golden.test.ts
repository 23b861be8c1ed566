import { describe, expect, test } from "vitest";
import { contentId } from "../encoding/contentId.ts";
import { decodeCanonical } from "../encoding/decodeCanonical.ts";
import { encodeCanonical } from "../encoding/encodeCanonical.ts";
import { decisionSentence } from "../explain/decisionSentence.ts";
import type { RuleContext } from "../policy/rule.ts";
import { decideFor, outcomeOf } from "../testing/decideFor.ts";
import { shuffled } from "../testing/disorder.ts";
import { goldenCases } from "../testing/goldenCases.ts";
import type { Decision } from "./types.ts";

type Golden = {
  readonly context: RuleContext;
  readonly decision: Decision;
  readonly decisionId: string;
  readonly sentence: string;
};

/** The file's bytes: canonical text has no white space and sorted keys, so parsing and writing it again gives the same. */
async function stored(name: string): Promise<string> {
  const { default: parsed } = (await import(`./golden/${name}.golden.json`)) as { default: unknown };
  return JSON.stringify(parsed);
}

function goldenOf(context: RuleContext): Golden {
  const decision = decideFor(context);
  return {
    context,
    decision,
    decisionId: contentId("decision", decision),
    sentence: decisionSentence(decision),
  };
}

describe("golden decisions", () => {
  test.each(goldenCases)("$name: $outcome", async ({ name, outcome, context }) => {
    const golden = goldenOf(context);
    expect(outcomeOf(golden.decision)).toBe(outcome);
    await expect(encodeCanonical(golden)).toMatchFileSnapshot(`./golden/${name}.golden.json`);
  });

  test.each(goldenCases)("$name is decided again from its file, byte for byte", async ({ name }) => {
    const text = await stored(name);
    const { context } = decodeCanonical(text) as unknown as Golden;
    expect(encodeCanonical(goldenOf(context))).toBe(text);
  });

  test.each(goldenCases)("$name does not depend on the order in which its readings came", ({ context }) => {
    const { findings, outcome, rejected } = decideFor(context);
    for (const seed of [1, 2, 3]) {
      expect(decideFor(shuffled(context, seed))).toMatchObject({ findings, outcome, rejected });
    }
  });

  test("all are decided by different inputs", () => {
    const ids = goldenCases.map(({ context }) => contentId("decision", decideFor(context)));
    expect(new Set(ids).size).toBe(goldenCases.length);
  });
});
