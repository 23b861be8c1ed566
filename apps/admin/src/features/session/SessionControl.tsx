"use client";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "../../components/Button.tsx";
import { Icon } from "../../components/Icon.tsx";
import { OwnerSwitch } from "./OwnerSwitch.tsx";
import type { SessionView } from "./sessionView.ts";
import { useSignIn } from "./useSignIn.ts";

const SessionDialog = dynamic(
  () => import("./SessionDialog.tsx").then(({ SessionDialog }) => SessionDialog),
  {
    ssr: false,
  },
);

/** Who is signed in, and the way to sign in as somebody else. On the devnet its owners are one click away. */
export function SessionControl({ session }: { readonly session: SessionView | null }) {
  const [open, setOpen] = useState(false);
  const { progress, signIn } = useSignIn();
  const switchTo = (walletId: string) => signIn(walletId).then((done) => setOpen(!done));
  return (
    <>
      <OwnerSwitch session={session} progress={progress} onSwitch={switchTo} />
      {session === null ? (
        <Button tone="primary" onClick={() => setOpen(true)}>
          Sign in
        </Button>
      ) : (
        <button
          type="button"
          className="flex items-center gap-2 whitespace-nowrap"
          onClick={() => setOpen(true)}
        >
          <span className="avatar" aria-hidden="true">
            {initials(session)}
          </span>
          <span className="hidden rail:inline">
            <b className="font-medium">
              {session.name ?? `${session.shown.slice(0, 6)}…${session.shown.slice(-4)}`}
            </b>{" "}
            <span className="text-ink-3">{session.roles}</span>
          </span>
          <span className="rail:hidden">
            <Icon name="down" size={14} />
          </span>
          <span className="sr-only">, wallets and session</span>
        </button>
      )}
      {open && (
        <SessionDialog session={session} progress={progress} signIn={signIn} onClose={() => setOpen(false)} />
      )}
    </>
  );
}

function initials({ name, shown }: SessionView): string {
  if (name === null) return shown.slice(2, 4);
  const parts = name.split(" ");
  return `${parts[0]?.charAt(0) ?? ""}${parts.at(-1)?.charAt(0) ?? ""}`.toUpperCase();
}
