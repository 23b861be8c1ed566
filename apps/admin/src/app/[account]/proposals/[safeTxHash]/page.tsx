import { hash32, UnitError } from "@ballast/core";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { mayRead } from "../../../../auth/mayRead.ts";
import { ProposalPage } from "../../../../features/proposals/detail/ProposalPage.tsx";
import { proposalDetail } from "../../../../queries/proposalDetail.ts";

export const metadata: Metadata = { title: "Proposal" };

type Props = { readonly params: Promise<{ readonly account: string; readonly safeTxHash: string }> };

/** One queued transaction: why, what, its effect, its checks, and the way to sign it. */
export default async function Page({ params }: Props) {
  const { account, safeTxHash } = await params;
  if (!(await mayRead())) return null;
  const hash = parseHash(safeTxHash);
  const detail = hash === null ? null : await proposalDetail(account, hash);
  if (detail === null) notFound();
  return <ProposalPage segment={account} detail={detail} />;
}

function parseHash(text: string) {
  try {
    return hash32(text);
  } catch (error) {
    if (error instanceof UnitError) return null;
    throw error;
  }
}
