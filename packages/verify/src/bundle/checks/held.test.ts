import { expect, test } from "vitest";
import { type Attack, ETHER, EVIL, testAttacks } from "../../../test/attacks.ts";
import { detailOf, failedChecks } from "../../../test/failedChecks.ts";
import { bundleText, type Parts } from "../../../test/validBundle.ts";
import {
  completion,
  EL_POSITION,
  etherFiClaim,
  replan,
  undelegation,
  withdrawal,
  withdrawalText,
} from "../../../test/withdrawalBundle.ts";

type Ticket = Parts["snapshot"]["tickets"][number];
type Held = Parts["snapshot"]["positions"][number];

/** The ticket of a venue in the snapshot is changed. */
const ticket =
  (venue: string, change: Partial<Ticket>) =>
  ({ snapshot }: Parts) => {
    const found = snapshot.tickets.find((each) => each.venue === venue);
    Object.assign(found ?? {}, change);
  };
const position =
  (id: string, change: Partial<Held>) =>
  ({ snapshot }: Parts) => {
    Object.assign(snapshot.positions.find((each) => each.position === id) ?? {}, change);
  };
/** The first claim of a venue is changed, in the plan alone. */
const claimed =
  (venue: string, change: (claim: Parts["plan"]["claims"][number]) => void) =>
  ({ plan }: Parts) => {
    for (const claim of plan.claims.filter((each) => each.venue === venue).slice(0, 1)) change(claim);
  };

const TICKETS: readonly Attack[] = [
  ["a claimed ticket is not in the snapshot", ["held"], ({ snapshot }) => void snapshot.tickets.pop()],
  [
    "a claimed ticket is in the snapshot twice",
    ["held"],
    ({ snapshot }) => void snapshot.tickets.push(...snapshot.tickets.slice(0, 1)),
  ],
  ["a claimed ticket is still waiting", ["held"], ticket("eigenlayer", { state: "waiting" })],
  ["a claimed ticket is stopped", ["held"], ticket("etherfi", { stoppedBy: ["blacklisted"] })],
  ["a claimed ticket is of another venue", ["held"], ticket("lido", { venue: "etherfi" })],
  ["a claimed ticket left another position", ["held"], ticket("lido", { position: "etherfi:weETH" })],
  [
    "the chain gave another hint",
    ["held"],
    ticket("lido", { claim: { kind: "lido-request", requestId: 10n, hint: 1n } }),
  ],
  [
    "the chain gave another withdrawal",
    ["held"],
    ({ snapshot }) => {
      for (const { claim } of snapshot.tickets) {
        if (claim.kind === "eigenlayer-withdrawal") claim.withdrawal.scaledShares = [1n];
      }
    },
  ],
  [
    "a ticket has the name of another withdrawal, in plan and snapshot alike",
    ["held"],
    (parts) => {
      const name = completion(withdrawal(9n)).ticket;
      const rename = (each: { ticket: string; venue: string }, i: number) => {
        if (each.venue === "eigenlayer" && i === 0) each.ticket = name;
      };
      parts.plan.claims.forEach(rename);
      parts.snapshot.tickets.forEach(rename);
      parts.plan.claims.sort((a, b) => (a.ticket < b.ticket ? -1 : 1));
      replan(parts, {});
    },
  ],
  [
    "a number is claimed under another's name",
    ["held"],
    (parts) => {
      const claims = parts.plan.claims.map((each) =>
        each.ticket === "etherfi:7" ? { ...each, order: etherFiClaim(8n).order } : each,
      );
      replan(parts, { claims });
    },
  ],
  [
    "a ticket is claimed twice",
    ["held", "simulation"],
    (parts) =>
      replan(parts, { claims: parts.plan.claims.flatMap((each, i) => (i === 0 ? [each, each] : [each])) }),
  ],
  [
    "a claim promises a wei more than it pays",
    ["held", "simulation"],
    claimed("lido", ({ receive }) => {
      for (const pay of receive) {
        pay.expected += 1n;
        pay.atLeast += 1n;
      }
    }),
  ],
  [
    "a claim of ETH promises a wei less than it pays",
    ["held"],
    claimed("lido", ({ receive }) => void receive.map((pay) => (pay.atLeast -= 1n))),
  ],
  [
    "a claim of stETH promises three wei less than it pays",
    ["held"],
    claimed("eigenlayer", ({ receive }) => void receive.map((pay) => (pay.atLeast -= 1n))),
  ],
  [
    "a claim hides what it pays",
    ["held", "simulation"],
    claimed("etherfi", ({ receive }) => void receive.pop()),
  ],
  [
    "a claim promises another asset",
    ["held", "simulation"],
    claimed("etherfi", ({ receive }) => void receive.map((pay) => (pay.asset = "WETH"))),
  ],
];

const POSITIONS: readonly Attack[] = [
  ["a position is not in the snapshot", ["held"], ({ snapshot }) => void snapshot.positions.pop()],
  [
    "a position is in the snapshot twice",
    ["held"],
    ({ snapshot }) => void snapshot.positions.push(...snapshot.positions.slice(2)),
  ],
  ["less is held than is requested", ["held"], position("lido:wstETH", { amount: 31n * ETHER - 1n })],
  ["another asset is held", ["held"], position("lido:wstETH", { asset: "weETH" })],
  ["the position is another venue's", ["held"], position("lido:wstETH", { venue: "idle" })],
  ["more can be withdrawn than the plan thinks", ["held"], position(EL_POSITION, { amount: 100n * ETHER })],
  ["the exit was not read", ["held"], ({ snapshot }) => void snapshot.exits.shift()],
  [
    "the exit does not say how many shares are deposited",
    ["held"],
    ({ snapshot }) => void Reflect.deleteProperty(snapshot.exits[0]?.terms ?? {}, "depositShares"),
  ],
  [
    "all deposit shares are queued under the name of half",
    ["held"],
    (parts) => {
      for (const { order } of parts.plan.requests) {
        if (order.kind === "eigenlayer-queue") order.depositShares = 100n * ETHER;
      }
      replan(parts, {});
    },
  ],
  [
    "an operator is left under the name of half",
    ["held"],
    (parts) => {
      const half = { ...undelegation(), spend: { asset: "EL-stETH", amount: 45n * ETHER } };
      replan(parts, { requests: [half, ...parts.plan.requests.slice(1)] });
    },
  ],
  [
    "the position is of another operator than the snapshot's",
    ["held"],
    (parts) => {
      const [queue, ...rest] = parts.plan.requests;
      if (queue) replan(parts, { requests: [{ ...queue, position: `eigenlayer:stETH@${EVIL}` }, ...rest] });
    },
  ],
];

testAttacks([...TICKETS, ...POSITIONS], withdrawalText);

test("a bundle of trades alone claims and requests nothing", async () => {
  expect(detailOf(await bundleText(), "held")).toBe("Nothing is claimed or requested.");
});

test("the reason names the ticket, and both words of the chain and of the plan", async () => {
  const waiting = await withdrawalText(ticket("lido", { state: "waiting" }));
  expect(detailOf(waiting, "held")).toBe("state of lido:10 is waiting, not claimable");
  const poor = await withdrawalText(position("lido:wstETH", { amount: 5n }));
  expect(detailOf(poor, "held")).toBe(
    "31000000000000000000 of lido:wstETH are requested; above 0 and at most 5 are held",
  );
});

test("stETH may promise up to two wei less than it pays, since its transfers round", async () => {
  for (const dust of [0n, 1n, 2n]) {
    const text = await withdrawalText(
      claimed("eigenlayer", ({ receive }) => void receive.map((pay) => (pay.atLeast = pay.expected - dust))),
    );
    expect(failedChecks(text)).toEqual([]);
  }
});
