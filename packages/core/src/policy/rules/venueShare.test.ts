import { describe, expect, test } from "vitest";
import type { Address } from "../../chain/types.ts";
import { withFigures } from "../../testing/figures.ts";
import { codes, findingWith } from "../../testing/judge.ts";
import { ACCOUNT, CALM, contextOf, eth, policyOf, snapshotOf } from "../../testing/world.ts";
import type { Bps } from "../../units/brands.ts";
import type { RuleContext } from "../rule.ts";
import { venueShare } from "./venueShare.ts";

/** 500 with Lido and 400 with ether.fi, of what each venue states, at most a tenth. */
function world({
  lido,
  etherfi = "100000",
  max = 1_000n,
}: {
  lido: string | null;
  etherfi?: string;
  max?: bigint;
}) {
  const caps = { ...policyOf(CALM.stakes).caps, venueShare: max as Bps };
  const figures = [...(lido === null ? [] : [["lido", lido] as const]), ["etherfi", etherfi] as const];
  return withFigures(
    contextOf({ ...CALM, policy: { caps } }),
    figures.map(([venue, tvl]) => ({ venue, figure: "tvl", now: eth(tvl) })),
  );
}

const beside = (context: RuleContext, byte: string): RuleContext => ({
  ...context,
  siblings: [{ ...snapshotOf(CALM), account: { ...ACCOUNT, address: `0x${byte.repeat(20)}` as Address } }],
});

describe("venueShare", () => {
  test.each([
    { name: "below the share", context: world({ lido: "6000" }), code: "within-share" },
    { name: "exactly at it", context: world({ lido: "5000" }), code: "within-share" },
    {
      name: "one wei less in the venue",
      context: world({ lido: "4999.999999999999999999" }),
      code: "above-share",
    },
    {
      name: "what another account of the treasury holds counts",
      context: beside(world({ lido: "9999" }), "ee"),
      code: "above-share",
    },
    { name: "a venue that says it holds nothing", context: world({ lido: "0" }), code: "share-unknown" },
    { name: "a venue of which nothing was read", context: world({ lido: null }), code: "share-unknown" },
  ])("$name: $code", ({ context, code }) => {
    expect(codes(venueShare, context)).toEqual({ "venue:etherfi": "within-share", "venue:lido": code });
  });

  test("the account with most brings it back, by its largest position there", () => {
    const found = findingWith(venueShare, { context: world({ lido: "4000" }), code: "above-share" });
    expect(found).toMatchObject({
      level: "warning",
      measured: { unit: "bps", value: 1_250n },
      limit: { unit: "bps", value: 1_000n },
      effect: { kind: "reduce-to", position: "lido:wstETH", target: eth("400"), urgent: false },
    });
  });

  test("the other accounts add nothing meanwhile", () => {
    const found = findingWith(venueShare, {
      context: beside(world({ lido: "4000" }), "11"),
      code: "above-share",
    });
    expect(found.effect).toEqual({ kind: "freeze-entries", positions: ["lido:wstETH"] });
  });

  test("a value that was not read is unknown and freezes entries there", () => {
    const found = findingWith(venueShare, { context: world({ lido: null }), code: "share-unknown" });
    expect(found).toMatchObject({
      level: "unknown",
      measured: null,
      effect: { kind: "freeze-entries", positions: ["lido:wstETH"] },
    });
  });

  test("a treasury of which something was not read has no known share of anything", () => {
    const context = world({ lido: "6000" });
    const missing = [{ subject: "position:lido:wstETH", code: "rpc", retry: true, detail: "" }] as const;
    const blind = { ...context, snapshot: { ...context.snapshot, missing } };
    expect(Object.values(codes(venueShare, blind))).toEqual(["share-unknown", "share-unknown"]);
  });

  test("a policy without it says nothing", () => {
    expect(venueShare.evaluate(contextOf(CALM))).toEqual([]);
  });
});
