"use client";
import { useRouter } from "next/navigation";
import { signOut } from "../../auth/signOut.ts";
import { Button } from "../../components/Button.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { Icon } from "../../components/Icon.tsx";
import { useWallet } from "../../wallet/useWallet.ts";
import type { SessionView } from "./sessionView.ts";
import type { SignInProgress } from "./useSignIn.ts";
import { WalletRow } from "./WalletRow.tsx";

type SessionDialogProps = {
  readonly session: SessionView | null;
  readonly progress: SignInProgress;
  readonly signIn: (walletId: string) => Promise<boolean>;
  readonly onClose: () => void;
};

/** The wallets of this browser, and the session. Signing in signs one message and moves nothing. */
export function SessionDialog({ session, progress, signIn, onClose }: SessionDialogProps) {
  const { ready, options } = useWallet();
  const choose = (walletId: string) => signIn(walletId).then((done) => done && onClose());
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={session === null ? "Sign in" : "Wallets and session"}
      consequence="You sign one message with your wallet. It proves your address; it moves nothing and approves nothing."
    >
      {progress.kind === "refused" && (
        <p className="banner" data-level="warning" role="alert">
          <Icon name="warning" />
          {progress.because}
        </p>
      )}
      {ready && options.length === 0 ? (
        <p>
          No wallet announced itself in this browser. Install one that supports EIP-6963 (most do), allow it
          on this page, and load the page again.
        </p>
      ) : (
        <ul className="flex flex-col gap-2" aria-busy={!ready}>
          {options.map((option) => (
            <WalletRow
              key={option.id}
              option={option}
              session={session}
              progress={progress}
              onChoose={choose}
            />
          ))}
        </ul>
      )}
      {session !== null && <SessionFoot session={session} onClose={onClose} />}
    </Dialog>
  );
}

function SessionFoot({ session, onClose }: { readonly session: SessionView; readonly onClose: () => void }) {
  const router = useRouter();
  const { engine } = useWallet();
  const leave = async () => {
    await signOut();
    await (await engine()).disconnect();
    router.refresh();
    onClose();
  };
  return (
    <div className="mt-4 pt-4 border-t border-line flex items-center justify-between gap-4 flex-wrap">
      <span className="text-xs text-ink-2 min-w-0">
        Signed in as <span className="addr break-all whitespace-normal">{session.shown}</span>
        <br />
        {session.roles}
      </span>
      <Button onClick={leave}>Sign out</Button>
    </div>
  );
}
