"use client";
import { useEffect, useState } from "react";
import { Empty } from "../../../components/Empty.tsx";
import { LevelBadge } from "../../../components/LevelBadge.tsx";
import { Panel } from "../../../components/Panel.tsx";
import { type DraftPreview, previewDraft } from "./previewDraft.ts";

const QUIET_MS = 600;

type PreviewPanelProps = {
  readonly segment: string;
  /** null while the draft can't be read: the last preview stays, dimmed. */
  readonly yaml: string | null;
};

/** What the rules would find at the last block under the draft, beside what they find under the policy in force. */
export function PreviewPanel({ segment, yaml }: PreviewPanelProps) {
  const [preview, setPreview] = useState<{ readonly of: string; readonly view: DraftPreview } | null>(null);
  useEffect(() => {
    if (yaml === null) return undefined;
    let current = true;
    const timer = setTimeout(async () => {
      const view = await previewDraft({ segment, yaml });
      if (current) setPreview({ of: yaml, view });
    }, QUIET_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [segment, yaml]);
  const stale = preview !== null && preview.of !== yaml;
  return (
    <Panel
      title="What the rules would find now"
      sub={preview?.view.ok ? preview.view.block : undefined}
      order={2}
    >
      <div className={stale ? "opacity-50" : undefined} aria-live="polite" aria-busy={stale}>
        {preview === null ? (
          <Empty>Computed on the last block as you type.</Empty>
        ) : (
          <Lines view={preview.view} />
        )}
      </div>
    </Panel>
  );
}

const TITLES = { gone: "Gone", fresh: "New", same: "Same" } as const;

function Lines({ view }: { readonly view: DraftPreview }) {
  if (!view.ok) return <Empty>{view.because}</Empty>;
  if (view.lines.length === 0) return <Empty>Nothing to report under either. Every check passes.</Empty>;
  return (
    <ul className="rows">
      {view.lines.map(({ key, change, level, title, sentence }) => (
        <li key={key} className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-2 items-start">
          <span>
            <LevelBadge level={change === "gone" ? "ok" : level} word={TITLES[change]} />
          </span>
          <span className="min-w-0">
            <b className="font-medium">{title}</b>
            <span className="block text-xs text-ink-2">{sentence}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
