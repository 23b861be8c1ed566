"use client";
import { comparePolicies, type Policy } from "@ballast/core";
import { Icon } from "../../../components/Icon.tsx";
import { Panel } from "../../../components/Panel.tsx";
import { ChangesPanel } from "../ChangesPanel.tsx";
import type { Draft } from "./draft.ts";
import { PreviewPanel } from "./PreviewPanel.tsx";

type DraftSideProps = { readonly segment: string; readonly draft: Draft; readonly base: Policy | null };

/** What is wrong, what would change, and what the rules would find now. */
export function DraftSide({ segment, draft, base }: DraftSideProps) {
  return (
    <div className="stack">
      {draft.issues.length > 0 && (
        <Panel title="To put right" end={<span className="sub">{draft.issues.length}</span>} order={1}>
          <ul className="rows" aria-live="polite">
            {draft.issues.map(({ path, message }) => (
              <li key={`${path}${message}`} className="flex gap-2">
                <span className="text-critical mt-0.5">
                  <Icon name="warning" size={14} />
                </span>
                <span className="min-w-0">
                  {message}
                  <span className="block text-2xs text-ink-3 font-mono break-all">{path}</span>
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <PreviewPanel segment={segment} yaml={draft.policy === null ? null : draft.yaml} />
      <ChangesPanel
        comparison={base === null || draft.policy === null ? null : comparePolicies(base, draft.policy)}
        against={`${base?.version ?? ""}`}
      />
    </div>
  );
}
