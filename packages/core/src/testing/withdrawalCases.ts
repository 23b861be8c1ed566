import type { Address } from "../chain/types.ts";
import type { RuleContext } from "../policy/rule.ts";
import type { Bps } from "../units/brands.ts";
import { WAD_ONE } from "../units/wadMath.ts";
import { withFigures } from "./figures.ts";
import type { GoldenCase } from "./goldenCase.ts";
import { OPERATOR_A, queueOf, restaked, restakingWith } from "./restaking.ts";
import { changed, lidoOf, queuedOf, ticketOf, waitingFor } from "./withdrawals.ts";
import { ACCOUNT, CALM, contextOf, snapshotOf } from "./world.ts";

const HELD = { operator: OPERATOR_A, value: "200" };

/** 200 ether's worth with an operator that lost 37.3 % of its magnitude since an hour ago, and a policy that leaves such a one. */
function slashed(): RuleContext {
  const context = restakingWith([HELD], { guards: { operatorSlashed: { response: "exit" } } });
  const figure = `magnitude:${OPERATOR_A}:stETH`;
  const now = (WAD_ONE * 627n) / 1_000n;
  return withFigures(context, [{ venue: "eigenlayer", figure, now, before: { 24: WAD_ONE, 1: WAD_ONE } }]);
}

/** Two accounts with the same operator: 400 of 2,400 together, 15 % allowed. This one has more there, so it cures the 40 above. */
function overTheOperatorsCap(): RuleContext {
  const operators = [{ operator: OPERATOR_A, max: 1_500n as Bps }];
  const context = restakingWith([{ ...HELD, value: "250" }], { caps: { operators } });
  const account = { ...ACCOUNT, address: `0x${"0b".repeat(20)}` as Address };
  const sibling = { ...restaked(snapshotOf(CALM), [{ ...HELD, value: "150" }]), account };
  const steady = (figure: string, now: bigint) => ({ venue: "eigenlayer", figure, now, before: { 24: now } });
  const figures = [
    steady(`allocations:${OPERATOR_A}`, 7n),
    steady(`magnitude:${OPERATOR_A}:stETH`, WAD_ONE),
    steady(`slashable:${OPERATOR_A}:stETH`, 0n),
  ];
  return { ...withFigures(context, figures), siblings: [sibling] };
}

/** What the keeper should decide of withdrawals through protocols. */
export const withdrawalCases: readonly GoldenCase[] = [
  { name: "slash-exits-by-undelegating", outcome: "propose emergency", context: slashed() },
  {
    name: "exit-stopped-by-a-pause",
    outcome: "refuse no-exit",
    context: changed(slashed(), { exits: [queueOf(HELD, ["paused"])] }),
  },
  {
    name: "claim-due",
    outcome: "propose claim-due",
    context: waitingFor(contextOf(CALM), [queuedOf("a", "35.2"), ticketOf(), lidoOf(9n, "3")]),
  },
  {
    name: "operator-cap-across-two-accounts",
    outcome: "propose limit-breached",
    context: overTheOperatorsCap(),
  },
];
