import { describe, expect, test } from "vitest";
import type { Address } from "../../chain/types.ts";
import { findingSentence } from "../../explain/findingSentence.ts";
import type { ExposureFact } from "../../exposure/types.ts";
import { factOf } from "../../testing/exposures.ts";
import { codes, findingWith } from "../../testing/judge.ts";
import { ACCOUNT, CALM, contextOf, eth, policyOf, snapshotOf } from "../../testing/world.ts";
import type { Bps } from "../../units/brands.ts";
import type { SharedCauseCap } from "../policy.ts";
import type { RuleContext } from "../rule.ts";
import { sharedCauseCap } from "./sharedCauseCap.ts";

const bps = (value: bigint) => value as Bps;

/** 500 of wstETH, 400 of weETH and 100 idle. */
function world(caps: readonly SharedCauseCap[], exposures?: readonly ExposureFact[]): RuleContext {
  const context = contextOf({
    ...CALM,
    policy: { caps: { ...policyOf(CALM.stakes).caps, sharedCauses: caps } },
  });
  if (exposures === undefined) return context;
  return { ...context, snapshot: { ...context.snapshot, exposures } };
}

const oracle = (venue: string, parts: Record<string, bigint>) =>
  factOf(`protocol:${venue}`, { kind: "oracle", parts });
const SHARED = [oracle("lido", { committee: 100n }), oracle("etherfi", { committee: 100n })];
const APART = [oracle("lido", { committee: 100n }), oracle("etherfi", { other: 100n })];

function beside(
  context: RuleContext,
  { byte, stakes }: { byte: string; stakes: typeof CALM.stakes },
): RuleContext {
  const account = { ...ACCOUNT, address: `0x${byte.repeat(20)}` as Address };
  return { ...context, siblings: [{ ...snapshotOf({ stakes, idle: "1000" }), account }] };
}

describe("sharedCauseCap", () => {
  const account = (max: bigint): SharedCauseCap[] => [{ kind: "oracle", account: bps(max) }];
  test.each([
    {
      name: "exactly at the cap",
      context: world(account(9_000n), SHARED),
      expected: { "cause:oracle:committee": "within-account-cap" },
    },
    {
      name: "above it, though each venue is below",
      context: world(account(8_999n), SHARED),
      expected: { "cause:oracle:committee": "above-account-cap" },
    },
    {
      name: "two oracles are two causes, of which the larger is told",
      context: world(account(5_000n), APART),
      expected: { "cause:oracle:committee": "within-account-cap" },
    },
    {
      name: "each that is above is told",
      context: world(account(3_000n), APART),
      expected: { "cause:oracle:committee": "above-account-cap", "cause:oracle:other": "above-account-cap" },
    },
    {
      name: "what nobody stated is one cause",
      context: world(account(8_999n)),
      expected: { "cause:oracle:unknown": "above-account-cap" },
    },
    {
      name: "what is left unknown is that cause as well: 400 and a half of 500",
      context: world(account(6_499n), [oracle("lido", { committee: 50n })]),
      expected: { "cause:oracle:unknown": "above-account-cap" },
    },
    { name: "without caps nothing is said", context: world([], SHARED), expected: {} },
  ])("$name", ({ context, expected }) => {
    expect(codes(sharedCauseCap, context)).toEqual(expected);
  });

  test("above it the position that it reaches most of gives the excess", () => {
    const found = findingWith(sharedCauseCap, {
      context: world(account(8_000n), SHARED),
      code: "above-account-cap",
    });
    expect(found).toMatchObject({
      level: "warning",
      measured: { unit: "bps", value: 9_000n },
      limit: { unit: "bps", value: 8_000n },
      effect: { kind: "reduce-to", position: "lido:wstETH", target: eth("400"), urgent: false },
    });
    expect(found.evidence.map(({ kind }) => kind)).toEqual([
      "call",
      "call",
      "document",
      "document",
      "policy",
    ]);
    expect(findingSentence(found).replaceAll("\u00a0", " ")).toBe(
      "90.00 % of the account depends on oracle committee, at most 80.00 %. Reduce to at most 400.0000 ETH.",
    );
  });

  test("the treasury's accounts count together, and the one that it reaches most of cures it", () => {
    const caps: SharedCauseCap[] = [{ kind: "oracle", treasury: bps(3_000n) }];
    const twin = beside(world(caps, APART), { byte: "ee", stakes: CALM.stakes });
    expect(
      findingWith(sharedCauseCap, {
        context: twin,
        code: "above-treasury-cap",
      }),
    ).toMatchObject({
      subject: { id: "oracle:committee" },
      measured: { unit: "bps", value: 3_449n },
      effect: { kind: "reduce-to", position: "lido:wstETH", target: eth("370") },
    });
    const lower = beside(world(caps, APART), { byte: "11", stakes: CALM.stakes });
    expect(findingWith(sharedCauseCap, { context: lower, code: "above-treasury-cap" }).effect).toEqual({
      kind: "freeze-entries",
      positions: ["lido:wstETH"],
    });
  });

  test("a share of an unknown whole is unknown and freezes everything that can be lost", () => {
    const context = world([{ kind: "avs", account: bps(1n), treasury: bps(1n) }], SHARED);
    const missing = [{ subject: "rate:weETH", code: "rpc", retry: true, detail: "" }] as const;
    const found = sharedCauseCap.evaluate({ ...context, snapshot: { ...context.snapshot, missing } });
    expect(found).toMatchObject([
      { code: "account-share-unknown", level: "unknown", subject: { kind: "cause", id: "avs" } },
      { code: "treasury-share-unknown", level: "unknown", effect: { kind: "freeze-entries" } },
    ]);
  });
});
