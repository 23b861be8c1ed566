import { address, checksumAddress, formatAmount } from "@ballast/core";
import { utc } from "../../../format/time.ts";
import { nameOf } from "../../../queries/names.ts";
import type { ProposalDetail } from "../../../queries/proposalDetail.ts";
import { proposalTitle } from "../../../queries/proposalTitle.ts";
import { isOpen, type StatusLook, statusLook } from "../proposalStatus.ts";

export type ProposalHeadView = {
  readonly nonce: string;
  readonly status: StatusLook;
  readonly posted: string;
  readonly title: string;
  readonly lead: string;
  readonly deadline: { readonly at: number; readonly text: string; readonly running: boolean } | null;
  /** With unit; null when nobody computed one. */
  readonly cost: string | null;
  readonly executed: string | null;
};

/** Title, state, and the two figures that decide how soon somebody must look. */
export async function proposalHeadOf({ facts, plan, bundle }: ProposalDetail): Promise<ProposalHeadView> {
  const { row } = facts;
  const calls = bundle?.calls.length ?? null;
  return {
    nonce: `${row.nonce}`,
    status: statusLook(row.state),
    posted: await postedText(row),
    title: await proposalTitle(row),
    lead: leadOf(row.kind, { calls, plan }),
    deadline:
      row.deadline === null
        ? null
        : { at: Number(row.deadline), text: utc(row.deadline), running: isOpen(row.state) },
    cost:
      plan === null
        ? null
        : formatAmount({
            amount: plan.figures.cost,
            decimals: 18n,
            places: 4n,
            rounding: "up",
            symbol: "ETH",
          }),
    executed: row.executedTxHash,
  };
}

async function postedText(row: ProposalDetail["facts"]["row"]): Promise<string> {
  const at = utc(row.postedAt ?? row.createdAt);
  if (row.bundleSigner === null) return `Posted ${at}`;
  const name = (await nameOf(row.bundleSigner)) ?? "the keeper";
  return `Posted ${at} by ${name}, ${checksumAddress(address(row.bundleSigner)).slice(0, 6)}…${row.bundleSigner.slice(-4)}`;
}

type Batch = Pick<ProposalDetail, "plan"> & { readonly calls: number | null };

function leadOf(kind: ProposalDetail["facts"]["row"]["kind"], { calls, plan }: Batch): string {
  if (kind === "rejection")
    return "An empty transaction to the Safe itself. It uses up the nonce, so that nothing else with it can ever run.";
  if (kind === "foreign")
    return "The keeper did not propose this. It is listed because it competes for a nonce. Nobody here vouches for it.";
  const stays =
    plan === null || plan.requests.length === 0
      ? "everything stays in this Safe"
      : "what is queued waits at the protocol under tickets of this Safe";
  return `One batch of ${calls ?? "several"} calls. It reverts as a whole when one of them fails, and ${stays}.`;
}
