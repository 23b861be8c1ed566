import { describe, expect, test } from "vitest";
import type { RuleContext } from "../policy/rule.ts";
import { proposalOf } from "../testing/moves.ts";
import { changed, lidoOf, queuedOf, ticketOf, waitingFor } from "../testing/withdrawals.ts";
import { CALM, contextOf, eth } from "../testing/world.ts";
import type { TicketReading } from "../ticket/ticketReading.ts";
import type { TicketId } from "../units/brands.ts";
import { rawAmount } from "../units/quantities.ts";
import { claimPlan } from "./claimPlan.ts";

const nothing = rawAmount(0n);

function claimed(context: RuleContext): TicketId[] | undefined {
  return claimPlan(context)?.claims.map(({ ticket }) => ticket);
}

describe("claimPlan", () => {
  const three = waitingFor(contextOf(CALM), [lidoOf(9n, "3"), ticketOf(), queuedOf("a", "35.2")]);

  test("it claims everything that is due in one batch, sorted, and nothing else", () => {
    const plan = claimPlan(three);
    expect(claimed(three)).toEqual([`eigenlayer:0x${"a".repeat(64)}`, "etherfi:17", "lido:9"]);
    expect(plan).toMatchObject({ purpose: "claim", actions: [], requests: [] });
    expect(plan?.claims[1]).toEqual({
      ticket: "etherfi:17",
      position: "etherfi:weETH",
      venue: "etherfi",
      receive: [{ asset: "ETH", expected: eth("10"), atLeast: eth("10") }],
      order: { kind: "etherfi-request", requestId: 17n },
    });
  });

  test("ETH arrives exactly; stETH within the two wei that its transfers round, and what rebases add until then", () => {
    expect(claimPlan(three)?.expected).toEqual([
      { asset: "ETH", atLeast: eth("13"), atMost: eth("13") },
      { asset: "stETH", atLeast: eth("35.2") - 2n, atMost: eth("35.376") + 2n },
    ]);
    expect(claimPlan(three)?.claims[0]?.receive).toEqual([
      { asset: "stETH", expected: eth("35.2"), atLeast: eth("35.2") - 2n },
    ]);
  });

  test("a claim moves nothing out and loses nothing: it costs its gas", () => {
    const plan = claimPlan(three);
    expect(plan?.figures).toMatchObject({
      turnover: 0n,
      tradingCost: 0n,
      worstLoss: 0n,
      grossGain: 0n,
      payback: null,
    });
    expect(plan?.figures.netGain).toBe(-(plan?.figures.gasCost ?? 0n));
  });

  const blocked: readonly { name: string; ticket: TicketReading }[] = [
    { name: "that is still waiting", ticket: ticketOf({ state: "waiting" }) },
    { name: "whose claims are paused", ticket: ticketOf({ stoppedBy: ["claims-paused"] }) },
    {
      name: "that slashing left with nothing",
      ticket: ticketOf({
        pays: [{ asset: "ETH" as never, promised: rawAmount(eth("10")), payout: nothing }],
      }),
    },
  ];
  test.each(blocked)("a ticket $name stays out and holds no other up", ({ ticket }) => {
    expect(claimed(waitingFor(contextOf(CALM), [ticket]))).toBeUndefined();
    expect(claimed(waitingFor(contextOf(CALM), [ticket, lidoOf(9n, "3")]))).toEqual(["lido:9"]);
  });

  test.each([
    { state: "posted", kind: "claim", claims: ["lido:9"] },
    { state: "ready", kind: "claim", claims: ["lido:9"] },
    { state: "expired", kind: "claim", claims: ["etherfi:17", "lido:9"] },
    { state: "executed", kind: "claim", claims: ["etherfi:17", "lido:9"] },
    { state: "posted", kind: "foreign", claims: ["lido:9"] },
  ] as const)("a $kind proposal for a ticket that is $state leaves $claims to claim", (open) => {
    const context = waitingFor(contextOf(CALM), [ticketOf(), lidoOf(9n, "3")]);
    const proposals = [
      proposalOf({ kind: open.kind, state: open.state, claims: ["etherfi:17" as TicketId] }),
    ];
    expect(claimed({ ...context, openWork: { ...context.openWork, proposals } })).toEqual(open.claims);
  });

  test("a batch limit splits: the first that fit now, the rest next time", () => {
    const limited = { ...three, policy: { ...three.policy, batch: { maxCalls: 3n, maxGas: 3_000_000n } } };
    expect(claimed(limited)).toEqual([`eigenlayer:0x${"a".repeat(64)}`, "etherfi:17"]);
    const open = proposalOf({
      kind: "claim",
      claims: [`eigenlayer:0x${"a".repeat(64)}`, "etherfi:17"] as TicketId[],
    });
    expect(claimed({ ...limited, openWork: { ...limited.openWork, proposals: [open] } })).toEqual(["lido:9"]);
  });

  test("one ticket that is dear does not keep a cheap one out", () => {
    // The batch 150,000, a claim of EigenLayer 190,000, one of ether.fi 170,000, one of Lido 90,000.
    const limited = { ...three, policy: { ...three.policy, batch: { maxCalls: 20n, maxGas: 430_000n } } };
    expect(claimed(limited)).toEqual([`eigenlayer:0x${"a".repeat(64)}`, "lido:9"]);
  });

  test("a limit below a single claim still claims one, for the rules on the batch to tell", () => {
    const tight = { ...three, policy: { ...three.policy, batch: { maxCalls: 1n, maxGas: 1n } } };
    expect(claimed(tight)).toEqual([`eigenlayer:0x${"a".repeat(64)}`]);
  });

  test.each([
    { name: "nothing under way", context: contextOf(CALM) },
    { name: "unknown fees", context: changed(three, { gas: null }) },
  ])("with $name there is no plan", ({ context }) => {
    expect(claimPlan(context)).toBeNull();
  });
});
