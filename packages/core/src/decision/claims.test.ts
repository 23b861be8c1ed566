import { describe, expect, test } from "vitest";
import { evaluate } from "../policy/evaluate.ts";
import type { Finding } from "../policy/finding.ts";
import type { RuleContext } from "../policy/rule.ts";
import { decideFor, outcomeOf, proposedPlan } from "../testing/decideFor.ts";
import { moveOf, proposalOf } from "../testing/moves.ts";
import { allocate } from "../testing/solveWith.ts";
import {
  changed,
  OPERATOR,
  reduceTo,
  restaked,
  STAKED,
  ticketOf,
  waitingFor,
} from "../testing/withdrawals.ts";
import { CALM, contextOf, SHIFT } from "../testing/world.ts";
import type { TicketId } from "../units/brands.ts";
import { decide } from "./decide.ts";
import { decisionInputs } from "./decisionInputs.ts";

const due = waitingFor(contextOf(CALM), [ticketOf()]);

/** Decides with findings of guards that are not the matter here. */
function decideWith(context: RuleContext, extra: readonly Finding[]) {
  const findings = [...evaluate(context), ...extra];
  const answer = allocate(context, findings);
  return decide({ context, inputs: decisionInputs(context, answer), findings, answer });
}

function working(context: RuleContext, openWork: Partial<RuleContext["openWork"]>): RuleContext {
  return { ...context, openWork: { ...context.openWork, ...openWork } };
}

const claimOpen = proposalOf({ kind: "claim", claims: ["etherfi:17" as TicketId] });

describe("decide with tickets", () => {
  test("what can be claimed is claimed", () => {
    const decision = decideFor(due);
    expect(outcomeOf(decision)).toBe("propose claim-due");
    expect(proposedPlan(decision).claims.map(({ ticket }) => ticket)).toEqual(["etherfi:17"]);
  });

  test.each([
    { name: "the cooldown", context: working(due, { recent: [moveOf({ executed: 60n })] }) },
    { name: "an open rebalance", context: working(due, { proposals: [proposalOf()] }) },
    { name: "an unknown yield", context: { ...due, history: { ...due.history, series: [] } } },
    { name: "a stale feed", context: changed(due, { feeds: [] }) },
    {
      name: "an unknown route",
      context: changed(due, {
        missing: [{ subject: "route:uniswap-v3:weETH>WETH", code: "revert", retry: true, detail: "" }],
      }),
    },
    {
      name: "an open emergency exit",
      context: working(due, { proposals: [proposalOf({ kind: "emergency-exit" })] }),
    },
    { name: "a better yield elsewhere", context: waitingFor(contextOf(SHIFT), [ticketOf()]) },
  ])("$name does not hold a claim up", ({ context }) => {
    expect(outcomeOf(decideFor(context))).toBe("propose claim-due");
  });

  test("a claim that is open is not proposed again, and holds no rebalance up", () => {
    const shift = waitingFor(contextOf(SHIFT), [ticketOf()]);
    expect(outcomeOf(decideFor(shift))).toBe("propose claim-due");
    expect(outcomeOf(decideFor(working(shift, { proposals: [claimOpen] })))).toBe("propose better-yield");
  });

  test("nothing is claimed while something essential is unknown", () => {
    const missing = [{ subject: "ticket:lido:9", code: "rpc", retry: true, detail: "" }] as const;
    expect(outcomeOf(decideFor(changed(due, { missing })))).toBe("refuse data-missing");
  });

  test("in observe mode a claim is only told", () => {
    const decision = decideFor({ ...due, policy: { ...due.policy, mode: "observe" } });
    expect(outcomeOf(decision)).toBe("hold observe-mode");
    expect(decision.rejected).toMatchObject([{ reason: "observe-mode" }]);
  });

  test("a policy whose batches are too small for one claim says so", () => {
    const policy = { ...due.policy, batch: { maxCalls: 1n, maxGas: 3_000_000n } };
    const decision = decideFor({ ...due, policy });
    expect(outcomeOf(decision)).toBe("refuse breaks-a-limit");
    expect(decision.rejected).toMatchObject([{ reason: "batch-limits/too-many-calls" }]);
  });

  test("a claim that brings idle money above its band is warned of and proposed", () => {
    const universe = due.policy.universe.map((band) =>
      band.position === "idle:WETH" ? { ...band, position: "idle:ETH" as never, max: 50n as never } : band,
    );
    const context = changed(due, {
      positions: due.snapshot.positions.map((held) =>
        held.position === "idle:WETH"
          ? { ...held, position: "idle:ETH" as never, asset: "ETH" as never }
          : held,
      ),
    });
    const decision = decideFor({ ...context, policy: { ...due.policy, universe } });
    expect(outcomeOf(decision)).toBe("propose claim-due");
  });
});

describe("decide with an emergency and tickets", () => {
  const staked = waitingFor(restaked(contextOf(CALM), { value: "200" }), [ticketOf()]);
  const slashed = [reduceTo(STAKED, { rule: "operator-slashed" })];

  test("the emergency goes first and takes no claim along: it stays as small as it can be", () => {
    const decision = decideWith(staked, slashed);
    expect(outcomeOf(decision)).toBe("propose emergency");
    const plan = proposedPlan(decision);
    expect([plan.claims, plan.requests.map(({ order }) => order)]).toEqual([
      [],
      [{ kind: "eigenlayer-undelegate", operator: OPERATOR }],
    ]);
  });

  test("while its exit is open the claim follows, and what could not leave is still told", () => {
    const open = working(staked, { proposals: [proposalOf({ kind: "emergency-exit" })] });
    expect(outcomeOf(decideWith(open, slashed))).toBe("propose claim-due");
    const both = working(staked, { proposals: [proposalOf({ kind: "emergency-exit" }), claimOpen] });
    expect(outcomeOf(decideWith(both, slashed))).toBe("hold proposal-open");
  });

  test("an exit that is stopped is refused with its reason, and does not keep what is due from being claimed", () => {
    const [exit] = staked.snapshot.exits;
    if (exit === undefined) throw new Error("no exit");
    const paused = changed(staked, { exits: [{ ...exit, stoppedBy: ["paused"] }] });
    const claim = decideWith(paused, slashed);
    expect(outcomeOf(claim)).toBe("propose claim-due");
    expect(claim.findings.map(({ code }) => code)).toContain("exit-stopped");
    expect(outcomeOf(decideWith(changed(paused, { tickets: [] }), slashed))).toBe("refuse no-exit");
  });
});
