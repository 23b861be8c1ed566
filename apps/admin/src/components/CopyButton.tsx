"use client";
import { useState } from "react";
import { Icon } from "./Icon.tsx";

type State = "idle" | "copied" | "refused";

const SAY: Readonly<Record<State, string>> = {
  idle: "",
  copied: "Copied",
  refused: "The browser did not allow copying. Select the text instead.",
};

/** Copies the full value, never the shortened one that is shown. */
export function CopyButton({ value, what }: { readonly value: string; readonly what: string }) {
  const [state, setState] = useState<State>("idle");
  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => setState("copied"),
      () => setState("refused"),
    );
  return (
    <>
      <button
        type="button"
        className="icon-btn"
        aria-label={`Copy ${what}`}
        title={`Copy ${what}`}
        onClick={copy}
      >
        <Icon name={state === "copied" ? "check" : "copy"} size={14} />
      </button>
      <span className="sr-only" role="status">
        {SAY[state]}
      </span>
    </>
  );
}
