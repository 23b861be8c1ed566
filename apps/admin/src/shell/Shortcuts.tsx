"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Dialog } from "../components/Dialog.tsx";
import { type KeyState, nextKey } from "./nextKey.ts";
import { SCREENS } from "./screens.ts";

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
  return (
    <Dialog
      open={help}
      onOpenChange={setHelp}
      title="Keys"
      consequence="No key signs, executes, rejects or approves."
    >
      <dl className="grid grid-cols-[6rem_1fr] gap-y-2">
        {SCREENS.map(({ key, label }) => (
          <div key={key} className="contents">
            <dt>
              <kbd>g</kbd> <kbd>{key}</kbd>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
        <dt>
          <kbd>?</kbd>
        </dt>
        <dd>This list</dd>
        <dt>
          <kbd>Esc</kbd>
        </dt>
        <dd>Close</dd>
      </dl>
    </Dialog>
  );
}
