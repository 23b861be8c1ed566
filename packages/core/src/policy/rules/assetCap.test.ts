import { describe, expect, test } from "vitest";
import type { Address } from "../../chain/types.ts";
import { codes, findingWith, withSnapshot } from "../../testing/judge.ts";
import { OPERATOR_A, restakedAt, restakingWith, ticketOf, withTickets } from "../../testing/restaking.ts";
import { ACCOUNT, CALM, contextOf, eth, snapshotOf, WSTETH } from "../../testing/world.ts";
import type { AssetId, Bps } from "../../units/brands.ts";
import type { Policy } from "../policy.ts";
import type { RuleContext } from "../rule.ts";
import { assetCap } from "./assetCap.ts";

const assets = (caps: Readonly<Record<string, bigint>>): Pick<Policy["caps"], "assets"> => ({
  assets: Object.entries(caps).map(([asset, max]) => ({ asset: asset as AssetId, max: max as Bps })),
});

function capped(context: RuleContext, caps: Readonly<Record<string, bigint>>): RuleContext {
  const { policy } = context;
  return { ...context, policy: { ...policy, caps: { ...policy.caps, ...assets(caps) } } };
}

/** 500 wstETH and 400 weETH, 100 idle; 250 of stETH restaked beside where asked. */
const plain = contextOf(CALM);
const restaking = restakingWith([{ operator: OPERATOR_A, value: "250" }]);

describe("assetCap", () => {
  test.each([
    { name: "below the cap", context: capped(plain, { wstETH: 5_001n }), code: "within-cap" },
    { name: "exactly at it", context: capped(plain, { wstETH: 5_000n }), code: "within-cap" },
    { name: "above it", context: capped(plain, { wstETH: 4_999n }), code: "above-cap" },
    {
      name: "one wei above it",
      context: capped(contextOf({ stakes: [{ ...WSTETH, value: "40.000000000000000001" }], idle: "60" }), {
        wstETH: 4_000n,
      }),
      code: "above-cap",
    },
    { name: "an asset that nobody holds", context: capped(plain, { rETH: 0n }), code: "within-cap" },
    {
      name: "what a protocol pays out in the asset counts, and what grows by its rate: 750 of 1,250",
      context: capped(restaking, { stETH: 6_000n }),
      code: "within-cap",
    },
    { name: "and is above a lower cap", context: capped(restaking, { stETH: 5_999n }), code: "above-cap" },
    {
      name: "by whichever of its names it is capped",
      context: capped(restaking, { wstETH: 5_999n }),
      code: "above-cap",
    },
    {
      name: "what waits and pays in it counts: 790 of 1,250",
      context: capped(withTickets(restaking, [ticketOf()]), { stETH: 6_319n }),
      code: "above-cap",
    },
  ])("$name: $code", ({ context, code }) => {
    expect(Object.values(codes(assetCap, context))).toEqual([code]);
  });

  test("above the cap the largest position in the asset gives", () => {
    const found = findingWith(assetCap, { context: capped(restaking, { stETH: 5_000n }), code: "above-cap" });
    expect(found).toMatchObject({
      subject: { kind: "asset", id: "stETH" },
      level: "warning",
      measured: { unit: "bps", value: 6_000n },
      limit: { unit: "bps", value: 5_000n },
      effect: { kind: "reduce-to", position: "lido:wstETH", target: eth("375"), urgent: false },
    });
    expect(found.evidence).toHaveLength(3);
  });

  test("where all of it waits already, nothing more is added", () => {
    const waiting = withTickets(
      restakingWith([{ operator: OPERATOR_A, value: "0" }], { world: { stakes: [], idle: "1" } }),
      [ticketOf({ value: eth("40") })],
    );
    expect(
      findingWith(assetCap, { context: capped(waiting, { stETH: 100n }), code: "above-cap" }).effect,
    ).toEqual({
      kind: "freeze-entries",
      positions: [restakedAt(OPERATOR_A)],
    });
  });

  test("a share of an unknown whole is unknown and freezes what holds the asset", () => {
    const missing = [{ subject: "rate:weETH", code: "revert", retry: false, detail: "" }] as const;
    const [found] = assetCap.evaluate(capped(withSnapshot({ missing }), { wstETH: 9_000n }));
    expect(found).toMatchObject({
      code: "share-unknown",
      level: "unknown",
      measured: null,
      effect: { kind: "freeze-entries", positions: ["lido:wstETH"] },
    });
  });

  test("the treasury's accounts count together, and the one with most brings it back", () => {
    const { policy } = plain;
    const treasury = { asset: "wstETH" as AssetId, max: 10_000n as Bps, treasury: 3_000n as Bps };
    const own = { ...plain, policy: { ...policy, caps: { ...policy.caps, assets: [treasury] } } };
    const sibling = (value: string) => ({
      ...snapshotOf({ stakes: [{ ...WSTETH, value }], idle: "400" }),
      account: { ...ACCOUNT, address: `0x${"ee".repeat(20)}` as Address },
    });
    const judged = (value: string) => assetCap.evaluate({ ...own, siblings: [sibling(value)] });
    expect(judged("0").map(({ code }) => code)).toEqual(["within-cap", "above-treasury-cap"]);
    expect(judged("100")[1]).toMatchObject({
      measured: { unit: "bps", value: 4_000n },
      effect: { kind: "reduce-to", position: "lido:wstETH", target: eth("350") },
    });
    expect(judged("600")[1]).toMatchObject({
      effect: { kind: "freeze-entries", positions: ["lido:wstETH"] },
    });
    const blind = { ...sibling("0"), rates: [] };
    expect(assetCap.evaluate({ ...own, siblings: [blind] })[1]?.code).toBe("treasury-share-unknown");
  });

  test("a policy without caps says nothing", () => {
    expect(assetCap.evaluate(plain)).toEqual([]);
  });
});
