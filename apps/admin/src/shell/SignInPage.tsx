import { Wordmark } from "../components/Wordmark.tsx";
import { SessionControl } from "../features/session/SessionControl.tsx";
import type { SessionView } from "../features/session/sessionView.ts";

/** What somebody sees who may not read: nothing of the treasury, and how to get in. */
export function SignInPage({ session }: { readonly session: SessionView | null }) {
  return (
    <main className="mx-auto max-w-[40rem] px-6 pt-[18vh]">
      <Wordmark />
      <h1 className="text-xl mt-6">Sign in to Ballast</h1>
      <p className="text-ink-2 text-md mt-2 mb-5">
        {session === null
          ? "Sign one message with your wallet. It proves your address; it moves nothing and approves nothing."
          : `${session.shown} has no role here. Owners are known by the chain; operators, policy authors and viewers are listed in the admin's settings. Ask whoever runs it, or sign in with another wallet.`}
      </p>
      <div className="flex items-center gap-3">
        <SessionControl session={session} />
      </div>
    </main>
  );
}
