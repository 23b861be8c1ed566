import { policiesToApprove } from "../../queries/policiesToApprove.ts";
import { proposalTitle } from "../../queries/proposalTitle.ts";
import { type ProposalTurn, turnsOf } from "../../queries/turns.ts";

export type NeedView = {
  readonly kind: "sign" | "execute" | "policy";
  readonly title: string;
  readonly sentence: string;
  readonly href: string;
  readonly pips: { readonly signed: number; readonly required: number } | null;
  /** Unix seconds. */
  readonly deadline: number | null;
};

/** What waits for the signed-in person on one account: executions first, then signatures, then policies. */
export async function loadNeeds(segment: string): Promise<readonly NeedView[]> {
  const [turns, policies] = await Promise.all([turnsOf(segment), policiesToApprove(segment)]);
  const waiting = turns.filter(({ turn }) => turn !== "none");
  const ordered = waiting.toSorted((a, b) => rank(a) - rank(b));
  const proposals = await Promise.all(ordered.map((each) => proposalNeed(each, segment)));
  return [
    ...proposals,
    ...policies.map(({ id, version }) => ({
      kind: "policy" as const,
      title: `Approve policy ${version}`,
      sentence: "A new version waits for owners' signatures.",
      href: `/${segment}/policies/${id}`,
      pips: null,
      deadline: null,
    })),
  ];
}

const rank = ({ turn }: ProposalTurn) => (turn === "execute" ? 0 : 1);

async function proposalNeed({ facts, turn }: ProposalTurn, segment: string): Promise<NeedView> {
  const { row, signatures, threshold } = facts;
  const kind = turn === "execute" ? "execute" : "sign";
  return {
    kind,
    title: `${kind === "sign" ? "Sign" : "Execute"} proposal ${row.nonce}`,
    sentence: await proposalTitle(row),
    href: `/${segment}/proposals/${row.safeTxHash}`,
    pips: { signed: signatures.length, required: threshold },
    deadline: row.deadline === null ? null : Number(row.deadline),
  };
}
