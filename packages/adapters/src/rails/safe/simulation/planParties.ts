import type { Address, Claim, Plan, RequestOrder, VenueId } from "@ballast/core";
import type { Deployment } from "../../../deployment/types.ts";

/** A ticket's token that its claim burns: ERC-721 of this contract with this id. */
export type BurnedToken = { readonly contract: Address; readonly id: bigint };

/** Whom a plan deals with, by address. Each list sorted. */
export type PlanParties = {
  /** May be given an allowance, which is looked at before and after. */
  readonly spenders: readonly Address[];
  /** May be paid by the account: the spenders, and the pools of its trades. */
  readonly payees: readonly Address[];
  readonly burned: readonly BurnedToken[];
};

type Contract = readonly [venue: string, contract: string];

/** Who takes the token that a request spends; EigenLayer takes none, the shares are on its own books. */
const TAKES: Readonly<Record<RequestOrder["kind"], Contract | null>> = {
  "eigenlayer-queue": null,
  "eigenlayer-undelegate": null,
  "etherfi-queue": ["etherfi", "withdrawAdapter"],
  "lido-queue": ["lido", "withdrawalQueue"],
};

const addressOf = (deployment: Deployment, [venue, contract]: Contract): readonly Address[] => {
  const found = deployment.venues[venue as VenueId]?.[contract]?.address;
  return found === undefined ? [] : [found];
};

/** ether.fi and Lido keep their tickets as tokens; EigenLayer keeps a list. */
function burnedBy({ order }: Claim, deployment: Deployment): readonly BurnedToken[] {
  if (order.kind === "eigenlayer-withdrawal") return [];
  const keeper: Contract =
    order.kind === "etherfi-request" ? ["etherfi", "withdrawRequestNFT"] : ["lido", "withdrawalQueue"];
  return addressOf(deployment, keeper).map((contract) => ({ contract, id: order.requestId }));
}

const sorted = (addresses: readonly Address[]): readonly Address[] => [...new Set(addresses)].sort();

/** The parties of a plan as the deployment has them; one that it lacks is not there, so that dealing with it is unexpected. */
export function planParties(plan: Plan, deployment: Deployment): PlanParties {
  const routers = plan.actions.flatMap(({ route }) => deployment.routes[route]?.router ?? []);
  const takers = plan.requests.flatMap(({ order }) => {
    const taker = TAKES[order.kind];
    return taker === null ? [] : addressOf(deployment, taker);
  });
  const spenders = sorted([...routers, ...takers]);
  return {
    spenders,
    payees: sorted([...spenders, ...plan.actions.map(({ pool }) => pool)]),
    burned: plan.claims.flatMap((claim) => burnedBy(claim, deployment)),
  };
}
