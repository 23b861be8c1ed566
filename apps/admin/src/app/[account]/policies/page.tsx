import type { Metadata } from "next";
import { mayRead } from "../../../auth/mayRead.ts";
import { PoliciesPage } from "../../../features/policies/PoliciesPage.tsx";

export const metadata: Metadata = { title: "Policies" };

type Props = { readonly params: Promise<{ readonly account: string }> };

/** The versions of one account's policy. */
export default async function Page({ params }: Props) {
  const { account } = await params;
  return (await mayRead()) ? <PoliciesPage segment={account} /> : null;
}
