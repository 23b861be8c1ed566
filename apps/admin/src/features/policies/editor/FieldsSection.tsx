"use client";
import type { PolicyField } from "@ballast/core";
import { Button } from "../../../components/Button.tsx";
import { Empty } from "../../../components/Empty.tsx";
import { Icon } from "../../../components/Icon.tsx";
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
export function FieldsSection(props: SectionProps) {
  const { section, draft, base, onEdit } = props;
  if (section.isOptional && readPath(draft.document, section.id) === undefined) return <LeftOut {...props} />;
  return (
    <Panel
      title={section.title}
      sub={section.description}
      id={`section-${section.id}`}
      end={
        section.isOptional && (
          <Button size="small" onClick={() => onEdit({ path: section.id, value: undefined })}>
            Leave out<span className="sr-only"> {section.title}</span>
          </Button>
        )
      }
    >
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
              onChange={(text) => onEdit({ path, value: written(text, { isList, field }) })}
            />
          </div>
        );
      })}
    </Panel>
  );
}

/** A guard that the policy says nothing of: it works all the same, with its own defaults. */
function LeftOut({ section, onEdit }: SectionProps) {
  const defaults = section.fields.map(({ title, orElse }) => `${title.toLowerCase()} ${orElse ?? "not set"}`);
  return (
    <Panel
      title={section.title}
      sub={section.description}
      id={`section-${section.id}`}
      end={
        <Button size="small" onClick={() => onEdit({ path: section.id, value: recordOf(section) })}>
          <Icon name="plus" size={14} />
          Set<span className="sr-only"> {section.title}</span>
        </Button>
      }
    >
      <Empty>Left out of the policy, so it works with its defaults: {defaults.join(", ")}.</Empty>
    </Panel>
  );
}

/** What a section says when it is first set: the same as when it was left out. */
const recordOf = ({ id, fields }: FormSection) =>
  Object.fromEntries(
    fields.map(({ path, orElse, example }) => [path.slice(id.length + 1), orElse ?? example]),
  );

/** A field that may be left out is left out when it is emptied. */
function written(text: string, { isList, field }: { isList: boolean; field: PolicyField }): unknown {
  if (isList) return listOf(text);
  return field.isOptional && text.trim() === "" ? undefined : text;
}

const listText = (value: unknown) => (Array.isArray(value) ? value.join(", ") : "");

/** A list of bare values is typed with commas; an empty part at the end is kept while somebody types on. */
const listOf = (text: string) => (text.trim() === "" ? [] : text.split(",").map((part) => part.trim()));

function issuesUnder({ issues }: Draft, { path, isList }: { path: string; isList: boolean }) {
  return isList
    ? issues.filter((issue) => issue.path === path || issue.path.startsWith(`${path}[`))
    : issuesAt(issues, path);
}
