import type { Metadata } from "next";
import { mayRead } from "../../../../auth/mayRead.ts";
import { NewPolicyPage } from "../../../../features/policies/NewPolicyPage.tsx";

export const metadata: Metadata = { title: "New policy version" };

type Props = { readonly params: Promise<{ readonly account: string }> };

/** A new version, from the one in force. */
export default async function Page({ params }: Props) {
  const { account } = await params;
  return (await mayRead()) ? <NewPolicyPage segment={account} /> : null;
}
