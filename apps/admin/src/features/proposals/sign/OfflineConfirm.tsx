"use client";
import { useState } from "react";
import { Icon } from "../../../components/Icon.tsx";
import { type HashSource, isSameHash } from "./hashVerdict.ts";

type OfflineConfirmProps = {
  readonly hash: string;
  readonly missing: readonly HashSource[];
  readonly confirmed: boolean;
  readonly onConfirm: (confirmed: boolean) => void;
};

/** With a source missing, the owner brings the hash from the offline verifier; only the whole hash counts. */
export function OfflineConfirm({ hash, missing, confirmed, onConfirm }: OfflineConfirmProps) {
  const [typed, setTyped] = useState("");
  const change = (text: string) => {
    setTyped(text);
    onConfirm(isSameHash(text, hash));
  };
  const wrong = typed.replace(/\s+/g, "").length >= 64 && !confirmed;
  return (
    <div className="verify-row">
      <label className="block">
        <span className="label">The hash from the offline verifier</span>
        <span className="field mt-1" data-invalid={wrong ? "" : undefined}>
          <input
            className="font-mono text-xs"
            value={typed}
            onChange={(event) => change(event.target.value)}
            placeholder="0x…"
            autoComplete="off"
            spellCheck={false}
            aria-invalid={wrong}
          />
        </span>
      </label>
      <p className="mt-1 text-xs text-ink-2">
        {confirmed ? (
          <span className="text-ok inline-flex items-center gap-1">
            <Icon name="check" size={14} />
            The same. You confirm it in place of: {missing.map(({ label }) => label).join(", ")}.
          </span>
        ) : wrong ? (
          <span className="text-critical">This is another hash. Do not sign.</span>
        ) : (
          "Run the verify command below on another machine and type or paste the whole safeTxHash that it prints."
        )}
      </p>
    </div>
  );
}
