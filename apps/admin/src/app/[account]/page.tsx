import { mayRead } from "../../auth/mayRead.ts";
import { Overview } from "../../features/overview/Overview.tsx";

type Props = { readonly params: Promise<{ readonly account: string }> };

export const metadata = { title: "Overview" };

/** The overview of one account. */
export default async function OverviewPage({ params }: Props) {
  const { account } = await params;
  if (!(await mayRead())) return null;
  return <Overview segment={account} />;
}
