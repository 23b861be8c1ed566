import { type Attack, ETHER, EVIL, testAttacks } from "../../../test/attacks.ts";
import type { Withdrawal } from "../../../test/bundleParts.ts";
import type { Parts } from "../../../test/validBundle.ts";
import {
  completion,
  EL_POSITION,
  etherFiClaim,
  replan,
  undelegation,
  withdrawal,
  withdrawalText,
} from "../../../test/withdrawalBundle.ts";

/** Snapshot, plan and bytes tell the same story, made up by one who holds the keeper's key and its node. */

/** One of EigenLayer's tickets is made up. */
const inventing =
  (change: Partial<Withdrawal>) =>
  (parts: Parts): void => {
    const invented = completion({ ...withdrawal(3n), ...change });
    const old = completion(withdrawal(3n)).ticket;
    const claims = parts.plan.claims.map((each) => (each.ticket === old ? invented : each));
    for (const ticket of parts.snapshot.tickets.filter((each) => each.ticket === old)) {
      Object.assign(ticket, { ticket: invented.ticket, claim: invented.order });
    }
    replan(parts, { claims: claims.sort((a, b) => (a.ticket < b.ticket ? -1 : 1)) });
  };

type Request = Parts["plan"]["requests"][number];

/** The request of one venue is changed, and its calls with it. */
const asking =
  (venue: string, change: (request: Request) => Partial<Request>) =>
  (parts: Parts): void =>
    replan(parts, {
      requests: parts.plan.requests.map((each) =>
        each.venue === venue ? { ...each, ...change(each) } : each,
      ),
    });

const renaming = (parts: Parts, change: { venue?: string; asset?: string }, id: string): void => {
  for (const held of parts.snapshot.positions.filter(({ position }) => position === id)) {
    Object.assign(held, change);
  }
};

const ATTACKS: readonly Attack[] = [
  ["all agree on a withdrawal that is a stranger's", ["explained"], inventing({ staker: EVIL })],
  ["all agree on a withdrawal that pays a stranger", ["explained"], inventing({ withdrawer: EVIL })],
  ["all agree on a withdrawal from another strategy", ["explained"], inventing({ strategies: [EVIL] })],
  [
    "plan and bytes agree on a ticket that the snapshot does not have",
    ["held"],
    (parts) => {
      const claims = [...parts.plan.claims, etherFiClaim(8n)];
      replan(parts, { claims: claims.sort((a, b) => (a.ticket < b.ticket ? -1 : 1)) });
      for (const each of parts.plan.expected.filter(({ asset }) => asset === "ETH")) {
        each.atLeast += 8n * ETHER;
        each.atMost += 8n * ETHER;
      }
      for (const each of parts.simulation.changes.filter(({ asset }) => asset === "ETH"))
        each.after += 8n * ETHER;
    },
  ],
  [
    "a claim's least is more than it expects",
    ["held", "simulation"],
    ({ plan }) => {
      for (const { receive } of plan.claims.filter(({ venue }) => venue === "lido")) {
        for (const pay of receive) pay.atLeast += 1n;
      }
    },
  ],
  [
    "a wei of deposit shares is queued for nothing",
    ["held"],
    asking("eigenlayer", ({ order, spend }) => ({
      spend: { ...spend, amount: 0n },
      order: order.kind === "eigenlayer-queue" ? { ...order, depositShares: 1n } : order,
    })),
  ],
  [
    "one of Lido's tickets is for nothing",
    ["explained"],
    asking("lido", () => ({ order: { kind: "lido-queue", amounts: [31n * ETHER, 0n] } })),
  ],
  [
    "ether.fi is approved and asked for nothing",
    ["explained", "held", "simulation"],
    asking("etherfi", ({ spend }) => ({
      spend: { ...spend, amount: 0n },
      order: { kind: "etherfi-queue", amounts: [] },
    })),
  ],
  [
    "all agree that EigenLayer's shares are a token",
    ["explained"],
    (parts) => {
      renaming(parts, { asset: "stETH" }, EL_POSITION);
      asking("eigenlayer", ({ spend }) => ({ spend: { ...spend, asset: "stETH" } }))(parts);
    },
  ],
  [
    "all agree that an operator is left with a token",
    ["explained"],
    (parts) => {
      renaming(parts, { asset: "stETH" }, EL_POSITION);
      asking("eigenlayer", () => ({ ...undelegation(), spend: { asset: "stETH", amount: 90n * ETHER } }))(
        parts,
      );
    },
  ],
  [
    "all agree that Lido's queue is ether.fi's",
    ["explained"],
    (parts) => {
      renaming(parts, { venue: "etherfi" }, "lido:wstETH");
      asking("lido", () => ({ venue: "etherfi" }))(parts);
    },
  ],
];

testAttacks(ATTACKS, withdrawalText);
