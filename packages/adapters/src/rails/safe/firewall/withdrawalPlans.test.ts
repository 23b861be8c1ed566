import type { Address, Plan, RawAmount } from "@ballast/core";
import { describe, expect, it } from "vitest";
import { ETHER, exitWstEth } from "../testing/sampleBatch.ts";
import {
  claimOf,
  etherFiRequest,
  lidoRequest,
  QUEUE,
  TICKETS,
  UNDELEGATION,
  WITHDRAWAL_PLAN,
  withdrawalInspection,
} from "../testing/sampleWithdrawals.ts";
import {
  DELEGATION_MANAGER,
  STETH_STRATEGY,
  WITHDRAWAL_DEPLOYMENT,
} from "../testing/withdrawalDeployment.ts";
import { codes, judge, onlyRequests } from "../testing/withdrawalJudge.ts";
import { inspectAmounts } from "./inspectAmounts.ts";

const STRANGER: Address = "0xbad000000000000000000000000000000000bad0";

describe("the firewall lets pass", () => {
  it.each<[string, Plan]>([
    ["claims and requests of every venue", WITHDRAWAL_PLAN],
    ["claims alone", { ...WITHDRAWAL_PLAN, purpose: "claim", requests: [] }],
    ["a request alone", onlyRequests(QUEUE)],
    ["an undelegation", onlyRequests(UNDELEGATION)],
    [
      "trades between claims and requests",
      { ...WITHDRAWAL_PLAN, actions: [exitWstEth(100n * ETHER, 120n * ETHER)] },
    ],
  ])("%s", (_, plan) => expect(judge({ plan })).toEqual([]));
});

describe("the firewall refuses a plan, honestly encoded, that", () => {
  const [first] = WITHDRAWAL_PLAN.claims;
  if (first?.order.kind !== "eigenlayer-withdrawal") throw new Error("the sample begins with EigenLayer");
  const { withdrawal } = first.order;
  const claims = (...list: Plan["claims"]): Plan => ({ ...WITHDRAWAL_PLAN, claims: list, requests: [] });
  const spending = <Request extends Plan["requests"][number]>(request: Request, amount: bigint): Request => ({
    ...request,
    spend: { ...request.spend, amount: amount as RawAmount },
  });

  it.each<[string, Plan, string]>([
    [
      "claims a ticket that is not in the snapshot",
      claims({ ...first, ticket: "eigenlayer:0xff" as never }),
      "ticket",
    ],
    ["claims a ticket twice", claims(first, first), "ticket"],
    [
      "claims a ticket with other shares than the chain gave",
      claims({ ...first, order: { ...first.order, withdrawal: { ...withdrawal, scaledShares: [1n] } } }),
      "ticket",
    ],
    [
      "claims a ticket for another position",
      claims({ ...first, position: "lido:wstETH" as never }),
      "ticket",
    ],
    [
      "claims a number under another's name",
      claims({ ...first, venue: "etherfi" as never, order: { kind: "etherfi-request", requestId: 7n } }),
      "ticket",
    ],
    ["claims at a venue without tickets", claims({ ...first, venue: "idle" as never }), "contract-unknown"],
    [
      "queues another strategy than the position's",
      onlyRequests({
        ...QUEUE,
        order: { kind: "eigenlayer-queue", strategy: STRANGER, depositShares: 100n * ETHER },
      }),
      "strategy",
    ],
    ["queues everything for the price of a little", onlyRequests(spending(QUEUE, ETHER)), "shares"],
    [
      "queues another asset",
      onlyRequests({ ...QUEUE, spend: { ...QUEUE.spend, asset: "EL-cbETH" as never } }),
      "position",
    ],
    [
      "queues a position that is not held",
      onlyRequests({ ...QUEUE, position: `eigenlayer:stETH@${STRANGER}` as never }),
      "position",
    ],
    [
      "leaves another operator than the position's",
      onlyRequests({ ...UNDELEGATION, order: { kind: "eigenlayer-undelegate", operator: STRANGER } }),
      "operator",
    ],
    ["leaves an operator with a part only", onlyRequests(spending(UNDELEGATION, ETHER)), "amount"],
    [
      "asks for amounts that do not add up",
      onlyRequests(spending(lidoRequest(2n * ETHER), 3n * ETHER)),
      "amount",
    ],
    [
      "asks ether.fi for amounts that do not add up",
      onlyRequests(spending(etherFiRequest(2n * ETHER), 3n * ETHER)),
      "amount",
    ],
    ["asks for nothing", onlyRequests(lidoRequest()), "amount"],
    ["asks for a ticket of nothing", onlyRequests(lidoRequest(0n, ETHER)), "amount"],
    ["asks for more than is held", onlyRequests(lidoRequest(2_000n * ETHER + 1n)), "amount"],
    [
      "asks ether.fi for Lido's token",
      onlyRequests({ ...etherFiRequest(ETHER), spend: lidoRequest(ETHER).spend }),
      "asset-unknown",
    ],
    [
      "asks Lido under ether.fi's name",
      onlyRequests({ ...lidoRequest(ETHER), venue: "etherfi" as never }),
      "position",
    ],
  ])("%s", (_, plan, code) => expect(codes({ plan })).toContain(code));

  it.each([
    ["is still waiting", { state: "waiting" }],
    ["is stopped", { stoppedBy: ["claims-paused"] }],
  ] as const)("claims a ticket that %s", (_, change) => {
    const base = withdrawalInspection(WITHDRAWAL_PLAN);
    const tickets = TICKETS.map((ticket, place) => (place === 0 ? { ...ticket, ...change } : ticket));
    const snapshot = { ...base.snapshot, tickets };
    expect(codes({ plan: WITHDRAWAL_PLAN, change: { snapshot } })).toEqual(["ticket"]);
  });

  const lacking: readonly [string, string, Plan][] = [
    ["eigenlayer", "delegationManager", onlyRequests(QUEUE)],
    ["eigenlayer", "delegationManager", onlyRequests(UNDELEGATION)],
    ["eigenlayer", "delegationManager", claims(first)],
    ["etherfi", "withdrawAdapter", onlyRequests(etherFiRequest(ETHER))],
    ["etherfi", "withdrawRequestNFT", claims(...TICKETS.slice(2, 4).map(claimOf))],
    ["lido", "withdrawalQueue", onlyRequests(lidoRequest(ETHER))],
    ["lido", "withdrawalQueue", claims(...TICKETS.slice(4).map(claimOf))],
  ];
  it.each(lacking)("needs %s.%s where the deployment lacks it", (venue, contract, plan) => {
    const venues = Object.entries(WITHDRAWAL_DEPLOYMENT.venues).map(([id, contracts]) => [
      id,
      Object.fromEntries(Object.entries(contracts).filter(([name]) => id !== venue || name !== contract)),
    ]);
    const deployment = { ...WITHDRAWAL_DEPLOYMENT, venues: Object.fromEntries(venues) };
    expect(codes({ plan, change: { deployment } })).toEqual(["contract-unknown"]);
  });

  it("queues a strategy that the deployment does not know, or whose token it does not list", () => {
    const { eigenlayer: _, ...rest } = WITHDRAWAL_DEPLOYMENT.venues as Record<string, object>;
    const manager = { delegationManager: { address: DELEGATION_MANAGER, citation: "" } };
    const venues = { ...rest, eigenlayer: manager } as never;
    const plan = onlyRequests(QUEUE);
    const deployment = { ...WITHDRAWAL_DEPLOYMENT, venues };
    expect(codes({ plan, change: { deployment } })).toEqual(["strategy"]);
    const assets = WITHDRAWAL_DEPLOYMENT.assets.filter(({ id }) => id !== "stETH");
    const unlisted = { ...WITHDRAWAL_DEPLOYMENT, assets };
    expect(codes({ plan, change: { deployment: unlisted } })).toEqual(["strategy"]);
    expect(codes({ plan: claims(first), change: { deployment: unlisted } })).toEqual(["token"]);
  });
});

describe("a request is judged by each of its parts alone", () => {
  const base = withdrawalInspection(WITHDRAWAL_PLAN);

  it("of nothing is refused though its deposit shares come within the rounding", () => {
    const order = { kind: "eigenlayer-queue", strategy: STETH_STRATEGY, depositShares: 1n } as const;
    const plan = onlyRequests({ ...QUEUE, spend: { ...QUEUE.spend, amount: 0n as RawAmount }, order });
    expect(codes({ plan })).toEqual(["amount"]);
  });

  it("without tickets is refused whatever it spends", () => {
    const { spend } = lidoRequest(0n);
    expect(inspectAmounts({ ...lidoRequest(), spend }, { amounts: [], call: 5n })).toEqual([
      { code: "amount", call: 5n, field: "amounts", expected: "one or more, each above 0", actual: "none" },
    ]);
  });

  it("of one venue's order at another is refused though the snapshot agrees with the plan", () => {
    const positions = base.snapshot.positions.map((held) => ({ ...held, venue: "etherfi" as never }));
    const plan = onlyRequests({ ...lidoRequest(ETHER), venue: "etherfi" as never });
    const snapshot = { ...base.snapshot, positions };
    expect(judge({ plan, change: { snapshot } })).toMatchObject([
      { code: "position", field: "venue of the request", expected: "lido", actual: "etherfi" },
    ]);
  });
});
