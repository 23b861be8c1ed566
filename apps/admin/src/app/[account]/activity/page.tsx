import type { Metadata } from "next";
import { mayRead } from "../../../auth/mayRead.ts";
import { Activity } from "../../../features/activity/Activity.tsx";
import { loadActivity } from "../../../features/activity/loadActivity.ts";

export const metadata: Metadata = { title: "Activity" };

type Props = {
  readonly params: Promise<{ readonly account: string }>;
  readonly searchParams: Promise<{ readonly before?: string | readonly string[] }>;
};

/** The audit log, a page at a time. */
export default async function Page({ params, searchParams }: Props) {
  const [{ account }, { before }] = await Promise.all([params, searchParams]);
  if (!(await mayRead())) return null;
  const from = typeof before === "string" && /^[0-9]{1,18}$/.test(before) ? BigInt(before) : "end";
  return (
    <>
      <h1 className="sr-only">Activity</h1>
      <Activity view={await loadActivity(from)} base={`/${account}/activity`} />
    </>
  );
}
