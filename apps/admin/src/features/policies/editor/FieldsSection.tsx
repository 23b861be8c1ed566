"use client";
import { Panel } from "../../../components/Panel.tsx";
import { readPath, readText, type WrittenDocument } from "./documentPath.ts";
import { type Draft, issuesAt } from "./draft.ts";
import { FieldInput } from "./FieldInput.tsx";
import type { FormSection } from "./formSections.ts";

export type SectionProps = {
  readonly section: FormSection;
  readonly draft: Draft;
  /** The document in force; null for a first policy. */
  readonly base: WrittenDocument | null;
  readonly onEdit: (change: { path: string; value: unknown }) => void;
};

/** A panel of single fields, each with its meaning. */
export function FieldsSection({ section, draft, base, onEdit }: SectionProps) {
  return (
    <Panel title={section.title} sub={section.description} id={`section-${section.id}`}>
      {section.fields.map((field) => {
        const path = field.path.replace(/\[\]$/, "");
        const isList = path !== field.path;
        const read = (document: unknown) =>
          isList ? listText(readPath(document, path)) : readText(document, path);
        return (
          <div key={field.path} className="limit" data-wide={field.kind === "address" ? "" : undefined}>
            <div>
              <b className="block font-medium">{field.title}</b>
              <small className="block text-xs text-ink-3">{field.description}</small>
            </div>
            <FieldInput
              field={field}
              label={field.title}
              value={read(draft.document)}
              was={base === null ? null : read(base)}
              issues={issuesUnder(draft, { path, isList })}
              onChange={(text) => onEdit({ path, value: isList ? listOf(text) : text })}
            />
          </div>
        );
      })}
    </Panel>
  );
}

const listText = (value: unknown) => (Array.isArray(value) ? value.join(", ") : "");

/** A list of bare values is typed with commas; an empty part at the end is kept while somebody types on. */
const listOf = (text: string) => (text.trim() === "" ? [] : text.split(",").map((part) => part.trim()));

function issuesUnder({ issues }: Draft, { path, isList }: { path: string; isList: boolean }) {
  return isList
    ? issues.filter((issue) => issue.path === path || issue.path.startsWith(`${path}[`))
    : issuesAt(issues, path);
}
