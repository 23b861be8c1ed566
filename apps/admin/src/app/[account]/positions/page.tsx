import type { Metadata } from "next";
import { mayRead } from "../../../auth/mayRead.ts";
import { Positions } from "../../../features/positions/Positions.tsx";

export const metadata: Metadata = { title: "Positions" };

type Props = { readonly params: Promise<{ readonly account: string }> };

/** What one account holds. */
export default async function Page({ params }: Props) {
  const { account } = await params;
  return (await mayRead()) ? <Positions segment={account} /> : null;
}
