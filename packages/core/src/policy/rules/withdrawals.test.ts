import { describe, expect, test } from "vitest";
import { applyPlan } from "../../plan/applyPlan.ts";
import { claimPlan } from "../../plan/claimPlan.ts";
import { emergencyPlan } from "../../plan/emergencyPlan.ts";
import { codes, findingWith } from "../../testing/judge.ts";
import { proposalOf } from "../../testing/moves.ts";
import { judgedPlan } from "../../testing/plans.ts";
import {
  changed,
  queueExitOf,
  reduceTo,
  restaked,
  STAKED,
  ticketOf,
  waitingFor,
} from "../../testing/withdrawals.ts";
import { CALM, contextOf, eth } from "../../testing/world.ts";
import type { AssetId, Bps, PositionId, Seconds, TicketId, VenueId } from "../../units/brands.ts";
import { rawAmount } from "../../units/quantities.ts";
import type { RuleContext } from "../rule.ts";
import { afterState } from "./afterState.ts";
import { liquidityLadder } from "./liquidityLadder.ts";
import { minimumNetGain } from "./minimumNetGain.ts";
import { minimumTrade } from "./minimumTrade.ts";
import { missingData } from "./missingData.ts";
import { openProposal } from "./openProposal.ts";
import { payback } from "./payback.ts";
import { positionBand } from "./positionBand.ts";
import { protocolCap } from "./protocolCap.ts";

const calm = contextOf(CALM);
const staked = restaked(calm, { value: "200" });
const lost = (subject: string) => [{ subject, code: "rpc", retry: true, detail: "" } as const];

/** ether.fi may have so many basis points of the account. */
function capped(context: RuleContext, max: bigint): RuleContext {
  const protocols = [{ venue: "etherfi" as never, max: max as Bps }];
  return { ...context, policy: { ...context.policy, caps: { protocols } } };
}

describe("protocolCap with tickets", () => {
  const paying = (value: string) => {
    const amount = rawAmount(eth(value));
    return waitingFor(calm, [
      ticketOf({ pays: [{ asset: "ETH" as AssetId, promised: amount, payout: amount }] }),
    ]);
  };

  test("what waits at the protocol is at its risk: 500 of 1,100 are held there", () => {
    expect(codes(protocolCap, capped(paying("100"), 4_545n))).toEqual({ "venue:etherfi": "leaving-cap" });
    expect(codes(protocolCap, capped(paying("100"), 4_546n))).toEqual({ "venue:etherfi": "within-cap" });
  });

  test("what is leaving is not asked to leave again, and nothing enters", () => {
    const found = findingWith(protocolCap, { context: capped(paying("100"), 4_000n), code: "leaving-cap" });
    expect(found).toMatchObject({
      level: "notice",
      effect: { kind: "freeze-entries", positions: ["etherfi:weETH"] },
    });
  });

  test("only what is above the cap beyond it is asked for", () => {
    // 30 % of 1,100 are 330: 500 are 170 too many, of which 100 are leaving.
    const found = findingWith(protocolCap, { context: capped(paying("100"), 3_000n), code: "above-cap" });
    expect(found.effect).toMatchObject({ kind: "reduce-to", target: eth("330") });
  });

  test("a request that repairs a cap settles it: it is not made again while its ticket waits", () => {
    const market = capped(changed(calm, { curves: [], exits: [queueExitOf()] }), 3_000n);
    const { effect } = findingWith(protocolCap, { context: market, code: "above-cap" });
    const target = effect.kind === "reduce-to" ? effect.target : 0n;
    const { plan } = emergencyPlan(market, [
      { ...reduceTo("etherfi:weETH", {}), effect: { ...effect, urgent: true } as never },
    ]);
    const snapshot = plan === null ? null : applyPlan(market.snapshot, { plan, at: "expected" });
    expect([target, plan?.requests.length]).toEqual([eth("300"), 1]);
    expect(codes(protocolCap, { ...market, snapshot: snapshot ?? market.snapshot })).toEqual({
      "venue:etherfi": "leaving-cap",
    });
  });
});

test("positionBand does not count tickets to the position, and does to the whole", () => {
  const context = waitingFor(calm, [ticketOf()]);
  const found = positionBand
    .evaluate(context)
    .find(({ subject }) => "id" in subject && subject.id === "etherfi:weETH");
  // 400 of 1,010.
  expect(found?.measured).toEqual({ unit: "bps", value: 3_960n });
});

describe("liquidityLadder", () => {
  const rung = (share: bigint, within: bigint, context: RuleContext) => {
    const liquidity = [{ share: share as Bps, within: within as Seconds }];
    return liquidityLadder.evaluate({ ...context, policy: { ...context.policy, liquidity } })[0]?.code;
  };
  /** No market at all, and every protocol's own way out read. */
  const lido = queueExitOf({
    position: "lido:wstETH" as PositionId,
    venue: "lido" as VenueId,
    assetIn: "wstETH" as AssetId,
    terms: { kind: "lido-queue" },
  });
  const bare = changed(staked, { curves: [], exits: [...staked.snapshot.exits, queueExitOf(), lido] });

  test("a rung of two weeks counts EigenLayer's queue, a rung of an hour does not", () => {
    // Idle 100 and 199 from the queue of 1,200.
    expect(rung(2_400n, 1_209_600n, bare)).toBe("enough-liquidity");
    expect(rung(2_400n, 3_600n, changed(bare, { exits: [...bare.snapshot.exits] }))).not.toBe(
      "enough-liquidity",
    );
  });

  test("what has no market is known to be short; a way out that was not read is not", () => {
    expect(rung(5_000n, 3_600n, bare)).toBe("too-little-liquidity");
    const blind = changed(bare, { missing: lost(`exit:${STAKED}:queue`) });
    expect(rung(5_000n, 3_600n, blind)).toBe("liquidity-unknown");
    expect(rung(800n, 3_600n, blind)).toBe("enough-liquidity");
  });
});

describe("missingData", () => {
  const said = (context: RuleContext) =>
    missingData
      .evaluate(context)
      .filter(({ code }) => code !== "yield-unknown")
      .map(({ code, effect }) => `${code} ${effect.kind}`);

  test.each([
    ["a ticket halts like a position", "ticket:lido:9", ["value-unknown halt"]],
    ["a way out holds like a route", `exit:${STAKED}:queue`, ["exit-unknown hold"]],
    ["a figure is left to the guards that compare it", "figure:lido:tvl", ["all-read none"]],
    ["what nobody knows halts", "magic:1", ["reading-unknown halt"]],
  ])("%s", (_, subject, expected) => {
    expect(said(changed(staked, { missing: lost(subject) }))).toEqual(expected);
  });

  test("shares that only their protocol takes back, and a rebasing form, miss no route", () => {
    expect(said(staked)).toEqual(["all-read none"]);
    expect(said(changed(staked, { exits: [] }))).toEqual(["route-unknown hold", "route-unknown hold"]);
  });
});

describe("openProposal", () => {
  test.each([
    ["claim", "claim-open", "none"],
    ["rebalance", "proposal-open", "hold"],
    ["emergency-exit", "proposal-open", "hold"],
    ["rejection", "proposal-open", "hold"],
    ["foreign", "foreign-work-open", "none"],
  ] as const)("a %s is %s", (kind, code, effect) => {
    const proposals = [proposalOf({ kind, claims: ["etherfi:17" as TicketId] })];
    const found = openProposal.evaluate({ ...calm, openWork: { ...calm.openWork, proposals } });
    expect(found.map((each) => [each.code, each.effect.kind])).toEqual([[code, effect]]);
  });
});

describe("the rules on a claim", () => {
  const due = waitingFor(calm, [ticketOf()]);
  const plan = claimPlan(due);
  if (plan === null) throw new Error("nothing due");

  test("it owes no gain and no payback, and no size", () => {
    const judged = judgedPlan(due, { plan });
    expect(minimumNetGain.judge(judged).map(({ code }) => code)).toEqual(["no-gain-asked"]);
    expect(payback.judge(judged).map(({ code }) => code)).toEqual(["no-payback-asked"]);
    expect(minimumTrade.judge(judged)).toEqual([]);
  });

  test("a limit that it breaks is a warning; a ticket that is not there is refused", () => {
    const universe = [
      ...due.policy.universe,
      { position: "idle:ETH" as never, min: 0n as Bps, target: 0n as Bps, max: 1n as Bps },
    ];
    const listed = changed(due, {
      positions: [
        ...due.snapshot.positions,
        {
          ...(due.snapshot.positions[1] as never as object),
          position: "idle:ETH",
          asset: "ETH",
          amount: 0n,
          value: 0n,
        } as never,
      ],
    });
    const context = { ...listed, policy: { ...due.policy, universe } };
    expect(
      afterState.judge(judgedPlan(context, { plan })).map(({ code, level }) => `${code} ${level}`),
    ).toEqual(["breaks-position-band warning"]);
    const gone = judgedPlan(changed(due, { tickets: [] }), { plan });
    expect(afterState.judge(gone).map(({ code, level }) => `${code} ${level}`)).toEqual([
      "spends-more-than-held critical",
    ]);
  });
});
