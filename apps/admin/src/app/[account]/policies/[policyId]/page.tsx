import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { mayRead } from "../../../../auth/mayRead.ts";
import { PolicyPage } from "../../../../features/policies/PolicyPage.tsx";
import { policyVersions } from "../../../../queries/policyFacts.ts";

export const metadata: Metadata = { title: "Policy" };

type Props = { readonly params: Promise<{ readonly account: string; readonly policyId: string }> };

/** One version: its text, what it changes, and its approvals. */
export default async function Page({ params }: Props) {
  const { account, policyId } = await params;
  if (!(await mayRead())) return null;
  const versions = await policyVersions(account);
  const facts = versions.find(({ row }) => row.id === policyId);
  if (facts === undefined) notFound();
  return <PolicyPage segment={account} facts={facts} />;
}
