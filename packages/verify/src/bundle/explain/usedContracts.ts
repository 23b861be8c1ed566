import type { RequestOrder } from "../schema/orders.ts";
import type { Plan } from "../schema/plan.ts";
import type { BundleContracts } from "../schema/signedBundle.ts";

const ASKED: Readonly<Record<RequestOrder["kind"], string>> = {
  "eigenlayer-queue": "eigenlayer.delegationManager",
  "eigenlayer-undelegate": "eigenlayer.delegationManager",
  "etherfi-queue": "etherfi.withdrawAdapter",
  "lido-queue": "lido.withdrawalQueue",
};

const PAYING: Readonly<Record<Plan["claims"][number]["order"]["kind"], string>> = {
  "eigenlayer-withdrawal": "eigenlayer.delegationManager",
  "etherfi-request": "etherfi.withdrawRequestNFT",
  "lido-request": "lido.withdrawalQueue",
};

/** Names of the venues' contracts that a plan's claims and requests call or name, sorted: those that must be vouched for. */
export function usedContracts({ claims, requests }: Plan, { venues }: BundleContracts): string[] {
  const strategies = new Set<string>([
    ...requests.flatMap(({ order }) => (order.kind === "eigenlayer-queue" ? [order.strategy] : [])),
    ...claims.flatMap(({ order }) =>
      order.kind === "eigenlayer-withdrawal" ? order.withdrawal.strategies : [],
    ),
  ]);
  const named = venues.filter(({ address }) => strategies.has(address)).map(({ id }) => id);
  const called = [
    ...claims.map(({ order }) => PAYING[order.kind]),
    ...requests.map(({ order }) => ASKED[order.kind]),
  ];
  return [...new Set([...called, ...named])].sort();
}
