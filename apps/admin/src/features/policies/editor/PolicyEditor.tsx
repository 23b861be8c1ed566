"use client";
import type { Policy } from "@ballast/core";
import "../../../security/withoutEval.ts";
import { decodeCanonical } from "@ballast/core";
import { useMemo, useState } from "react";
import { Icon } from "../../../components/Icon.tsx";
import { DraftSide } from "./DraftSide.tsx";
import { draftFromPreset, draftOf, editField, editYaml } from "./draft.ts";
import { FieldsSection } from "./FieldsSection.tsx";
import { formSections } from "./formSections.ts";
import { ListSection } from "./ListSection.tsx";
import { PresetPicker } from "./PresetPicker.tsx";
import { PublishButton } from "./PublishButton.tsx";
import { YamlEditor } from "./YamlEditor.tsx";

export type PolicyEditorProps = {
  readonly segment: string;
  /** Canonical text of the policy to start from, already with the next version. */
  readonly start: string;
  /** Canonical text of the policy in force; null for a first one. */
  readonly inForce: string | null;
  readonly shares: Readonly<Record<string, number>>;
};

const SECTIONS = formSections();

/** A new version as a form and as YAML, in step by one schema. */
export function PolicyEditor({ segment, start, inForce, shares }: PolicyEditorProps) {
  const base = useMemo(() => (inForce === null ? null : draftOf(policyOf(inForce))), [inForce]);
  const [draft, setDraft] = useState(() => draftOf(policyOf(start)));
  const [view, setView] = useState<"form" | "yaml">("form");
  const edit = (change: { path: string; value: unknown }) =>
    setDraft((current) => editField(current, change));
  const section = { draft, base: base?.document ?? null, onEdit: edit };
  return (
    <>
      <EditorHead segment={segment} draft={draft} view={view} onView={setView} />
      {view === "form" && <SectionLinks />}
      <div className="cols">
        <div className="stack">
          {draft.ahead !== null && draft.ahead !== view && <Behind ahead={draft.ahead} />}
          {base === null && (
            <PresetPicker
              onPick={(name) => setDraft(draftFromPreset(name, draft.policy ?? policyOf(start)))}
            />
          )}
          {view === "yaml" ? (
            <YamlEditor draft={draft} onEdit={(yaml) => setDraft((current) => editYaml(current, yaml))} />
          ) : (
            SECTIONS.map((each) =>
              each.kind === "list" ? (
                <ListSection key={each.id} section={each} shares={shares} {...section} />
              ) : (
                <FieldsSection key={each.id} section={each} {...section} />
              ),
            )
          )}
        </div>
        <DraftSide segment={segment} draft={draft} base={base?.policy ?? null} />
      </div>
    </>
  );
}

const policyOf = (text: string) => decodeCanonical(text) as unknown as Policy;

type HeadProps = {
  readonly segment: string;
  readonly draft: ReturnType<typeof draftOf>;
  readonly view: "form" | "yaml";
  readonly onView: (view: "form" | "yaml") => void;
};

function EditorHead({ segment, draft, view, onView }: HeadProps) {
  const valid = draft.policy !== null;
  return (
    <div className="flex flex-wrap items-end gap-x-6 gap-y-3 mb-4">
      <div className="flex-1 min-w-[16rem]">
        <div className="flex items-center gap-3 mb-1.5 text-xs">
          <span className="level" data-level="authored">
            <Icon name="proposals" size={13} />
            Draft
          </span>
          {valid ? (
            <span className="text-ok inline-flex items-center gap-1">
              <Icon name="check" size={14} />
              Valid
            </span>
          ) : (
            <span className="text-critical inline-flex items-center gap-1">
              <Icon name="warning" size={14} />
              {draft.issues.length} to put right
            </span>
          )}
        </div>
        <h1 className="text-xl">New policy version</h1>
      </div>
      <fieldset className="seg" aria-label="How the draft is shown">
        <button type="button" aria-pressed={view === "form"} onClick={() => onView("form")}>
          Form
        </button>
        <button type="button" aria-pressed={view === "yaml"} onClick={() => onView("yaml")}>
          YAML
        </button>
      </fieldset>
      <PublishButton segment={segment} yaml={valid ? draft.yaml : null} />
    </div>
  );
}

function SectionLinks() {
  return (
    <nav className="sections" aria-label="Sections">
      {SECTIONS.map(({ id, title }) => (
        <a key={id} href={`#section-${id}`}>
          {title}
        </a>
      ))}
    </nav>
  );
}

function Behind({ ahead }: { readonly ahead: "form" | "yaml" }) {
  return (
    <p className="banner mb-0!" data-level="warning" role="status">
      <Icon name="warning" />
      {ahead === "form"
        ? "The form holds something that can't be read yet. This YAML shows the last draft that could."
        : "The YAML holds something that can't be read yet. This form shows the last draft that could."}
    </p>
  );
}
