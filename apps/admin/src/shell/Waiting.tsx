import { Wordmark } from "../components/Wordmark.tsx";
import { LiveUpdates } from "../live/LiveUpdates.tsx";

/** Before the first account: nothing is wrong, the keeper has not looked yet. */
export function Waiting() {
  return (
    <main className="mx-auto max-w-[40rem] px-6 pt-[18vh]">
      <Wordmark />
      <h1 className="text-xl mt-6">No account yet</h1>
      <p className="text-ink-2 text-md mt-2">
        The keeper adds its accounts when it starts. This page opens by itself as soon as there is one. If it
        does not, look at the keeper's output or run <code className="font-mono">ballast doctor</code>.
      </p>
      <LiveUpdates />
    </main>
  );
}
