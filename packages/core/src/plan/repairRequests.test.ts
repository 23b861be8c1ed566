import { describe, expect, test } from "vitest";
import type { Finding } from "../policy/finding.ts";
import { isRepair } from "../policy/repair.ts";
import type { RuleContext } from "../policy/rule.ts";
import { frozenPositions } from "../policy/rules/frozenPositions.ts";
import { minimumNetGain } from "../policy/rules/minimumNetGain.ts";
import { minimumTrade } from "../policy/rules/minimumTrade.ts";
import { worstCase } from "../policy/rules/worstCase.ts";
import { allocate } from "../testing/solveWith.ts";
import { reduceTo, restaked, STAKED } from "../testing/withdrawals.ts";
import { CALM, contextOf, eth, SHIFT } from "../testing/world.ts";
import { baseUnits } from "../units/quantities.ts";
import { planFromTargets } from "./planFromTargets.ts";
import { planningFacts } from "./planningFacts.ts";
import type { Plan } from "./types.ts";

const staked = restaked(contextOf(CALM), { value: "200" });
const asks = (target: string) => [reduceTo(STAKED, { target, urgent: false, rule: "operator-cap" })];

function planned(context: RuleContext, findings: readonly Finding[]): Plan | null {
  const facts = planningFacts(context, findings);
  const outcome = planFromTargets({ context, answer: allocate(context, findings), facts });
  return outcome.kind === "plan" ? outcome.plan : null;
}

const sharesFor = (value: string) => (eth(value) * 10n ** 18n + eth("1.1") - 1n) / eth("1.1");

describe("a broken limit on a position that no market trades", () => {
  test("is repaired by asking for the excess and a quarter of a per cent of the account, rounded up", () => {
    const plan = planned(staked, asks("170"));
    expect(plan).toMatchObject({ purpose: "rebalance", actions: [], claims: [] });
    expect(plan?.requests).toMatchObject([
      {
        position: STAKED,
        spend: { asset: "EL-stETH", amount: sharesFor("33") },
        order: { kind: "eigenlayer-queue", depositShares: sharesFor("33") },
        limitedBy: "limit",
      },
    ]);
    // One share less would be worth less than the excess.
    expect((sharesFor("33") * 11n) / 10n >= eth("33")).toBe(true);
    expect((sharesFor("33") - 1n) * 11n < eth("33") * 10n).toBe(true);
  });

  test("asks for the minimum trade where that is less: a wei is not worth a signature", () => {
    const asked = (context: RuleContext) =>
      planned(context, asks("199.999999999999999999"))?.requests[0]?.spend.amount;
    expect(asked(staked)).toBe(sharesFor("3.000000000000000001"));
    const pace = { ...staked.policy.pace, minimumTrade: eth("5") };
    expect(asked({ ...staked, policy: { ...staked.policy, pace } })).toBe(sharesFor("5"));
  });

  test("of several limits the lowest target counts", () => {
    expect(planned(staked, [...asks("170"), ...asks("150")])?.requests[0]?.spend.amount).toBe(
      sharesFor("53"),
    );
  });

  test("brings nothing for yield along, though there is something to gain", () => {
    const shift = restaked(contextOf(SHIFT), { value: "200" });
    expect(planned(shift, [])?.actions.length).toBeGreaterThan(0);
    const plan = planned(shift, asks("170"));
    expect([plan?.actions, plan?.requests.length]).toEqual([[], 1]);
  });

  test.each<[string, RuleContext, Finding[]]>([
    [
      "its queue is stopped",
      restaked(contextOf(CALM), { value: "200", exit: { stoppedBy: ["paused"] } }),
      asks("170"),
    ],
    ["its exit is frozen", staked, [...asks("170"), freeze()]],
    ["it is inside its target", staked, asks("200")],
    [
      "the batch has no room",
      { ...staked, policy: { ...staked.policy, batch: { maxCalls: 1n, maxGas: 1n } } },
      asks("170"),
    ],
  ])("is not asked for when %s", (_, context, findings) => {
    expect(planned(context, findings)?.requests ?? []).toEqual([]);
  });

  test("with an urgent finding it is the emergency's matter", () => {
    expect(planned(staked, [reduceTo(STAKED, { target: "170" })])?.requests ?? []).toEqual([]);
  });
});

function freeze(): Finding {
  return { ...asks("0")[0], effect: { kind: "freeze-exits", positions: [STAKED] } } as Finding;
}

describe("the rules on such a plan", () => {
  const findings = asks("170");
  const plan = planned(staked, findings);
  if (plan === null) throw new Error("no plan");
  const judge = { ...staked, plan, findings };

  test("it answers the limit, so it owes no gain", () => {
    expect(isRepair(plan, findings)).toBe(true);
    expect(isRepair(plan, [reduceTo("lido:wstETH", { urgent: false })])).toBe(false);
    expect(minimumNetGain.judge(judge).map(({ code }) => code)).toEqual(["no-gain-asked"]);
  });

  test("it is judged by the minimum trade like any other", () => {
    const pace = { ...staked.policy.pace, minimumTrade: eth("34") };
    expect(minimumTrade.judge(judge).map(({ code }) => code)).toEqual(["large-enough"]);
    const policy = { ...staked.policy, pace };
    expect(minimumTrade.judge({ ...judge, policy }).map(({ code }) => code)).toEqual(["too-small"]);
  });

  test("a rebalance does not ask out of a frozen exit; an emergency does", () => {
    const frozen = { ...judge, findings: [freeze()] };
    expect(frozenPositions.judge(frozen).map(({ code }) => code)).toEqual(["leaves-frozen"]);
    const emergency = { ...frozen, plan: { ...plan, purpose: "emergency-exit" as const } };
    expect(frozenPositions.judge(emergency).map(({ code }) => code)).toEqual(["freezes-kept"]);
  });

  test("it may lose what rounding takes and not a wei more", () => {
    const losing = (worstLoss: bigint) =>
      worstCase
        .judge({ ...judge, plan: { ...plan, figures: { ...plan.figures, worstLoss: baseUnits(worstLoss) } } })
        .map(({ code }) => code);
    expect(losing(2n)).toEqual(["loss-bounded"]);
    expect(losing(3n)).toEqual(["loss-beyond-ceiling"]);
  });
});
