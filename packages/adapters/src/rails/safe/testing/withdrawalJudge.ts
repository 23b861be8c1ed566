import type { InnerCall, Plan } from "@ballast/core";
import { deadlineCall } from "../deadlineCall.ts";
import type { BatchInspection } from "../firewall/batchInspection.ts";
import { inspectBatch } from "../firewall/inspectBatch.ts";
import { encodeBatch } from "./encodeBatch.ts";
import { DEADLINE } from "./sampleBatch.ts";
import { ROUTER } from "./sampleDeployment.ts";
import { WITHDRAWAL_PLAN, withdrawalInspection } from "./sampleWithdrawals.ts";
import { withdrawalCalls } from "./withdrawalCalls.ts";

export type Judged = {
  readonly plan: Plan;
  /** Without the deadline check; the plan's own unless given. */
  readonly calls?: readonly InnerCall[];
  readonly change?: Partial<BatchInspection>;
};

/** What the firewall finds in calls that should be those of the plan. */
export const judge = ({ plan, calls = withdrawalCalls(plan), change = {} }: Judged) =>
  inspectBatch({
    ...withdrawalInspection(plan),
    transaction: encodeBatch([deadlineCall(ROUTER, DEADLINE), ...calls]),
    ...change,
  });

/** The codes of what it finds, each once. */
export const codes = (judged: Judged) => [...new Set(judge(judged).map(({ code }) => code))];

/** The sample plan with these requests and without claims. */
export const onlyRequests = (...requests: Plan["requests"]): Plan => ({
  ...WITHDRAWAL_PLAN,
  claims: [],
  requests,
});

/** Calls of the sample plan in their order, without the deadline check. */
export const CALLS = withdrawalCalls(WITHDRAWAL_PLAN);
const AT = {
  completions: 0,
  etherFiClaims: 1,
  lidoClaims: 2,
  queue: 3,
  etherFiApproval: 4,
  etherFiTicket: 5,
  secondEtherFiTicket: 6,
  lidoApproval: 7,
  lidoTickets: 8,
} as const;

/** The sample's calls with one of them changed. */
export const replaced = (at: keyof typeof AT, change: Partial<InnerCall>): readonly InnerCall[] =>
  CALLS.map((call, place) => (place === AT[at] ? { ...call, ...change } : call));
