"use client";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { type KeyState, nextKey } from "./nextKey.ts";

const KeysDialog = dynamic(() => import("./KeysDialog.tsx").then(({ KeysDialog }) => KeysDialog), {
  ssr: false,
});

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** `g` and a letter goes to a screen, `?` lists the keys. No key signs, executes, rejects or approves. */
export function Shortcuts({ base }: { readonly base: string }) {
  const router = useRouter();
  const [help, setHelp] = useState(false);
  useEffect(() => {
    let state: KeyState = { pending: null };
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || typing(event.target)) return;
      const { act, state: next } = nextKey(state, { key: event.key, at: event.timeStamp });
      state = next;
      if (act.kind === "help") setHelp(true);
      if (act.kind === "go") router.push(`${base}${act.path}`);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [router, base]);
  return help ? <KeysDialog onClose={() => setHelp(false)} /> : null;
}
