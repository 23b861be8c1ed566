"use client";
import { Panel } from "../../../components/Panel.tsx";
import type { Draft } from "./draft.ts";

type YamlEditorProps = { readonly draft: Draft; readonly onEdit: (yaml: string) => void };

/** The same draft as text. */
export function YamlEditor({ draft, onEdit }: YamlEditorProps) {
  return (
    <Panel title="The policy as YAML" sub="kept in step with the form">
      <textarea
        className="yaml yaml-edit"
        value={draft.yaml}
        onChange={(event) => onEdit(event.target.value)}
        rows={draft.yaml.split("\n").length + 1}
        aria-label="Policy as YAML"
        aria-invalid={draft.issues.length > 0}
        spellCheck={false}
        wrap="off"
      />
    </Panel>
  );
}
