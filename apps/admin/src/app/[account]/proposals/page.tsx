import type { Metadata } from "next";
import { mayRead } from "../../../auth/mayRead.ts";
import { HistoryPanel } from "../../../features/proposals/list/HistoryPanel.tsx";
import { loadQueue } from "../../../features/proposals/list/loadQueue.ts";
import { QueuePanel } from "../../../features/proposals/list/QueuePanel.tsx";

export const metadata: Metadata = { title: "Proposals" };

type Props = { readonly params: Promise<{ readonly account: string }> };

/** The queue of one account, and what became of earlier work. */
export default async function Page({ params }: Props) {
  const { account } = await params;
  if (!(await mayRead())) return null;
  const view = await loadQueue(account);
  return (
    <>
      <h1 className="sr-only">Proposals</h1>
      <div className="stack">
        <QueuePanel view={view} />
        <HistoryPanel history={view.history} />
      </div>
    </>
  );
}
