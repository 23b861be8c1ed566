"use client";
import type { PolicyField } from "@ballast/core";
import { Button } from "../../../components/Button.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { Panel } from "../../../components/Panel.tsx";
import { BandPreview } from "./BandPreview.tsx";
import { readPath, readText, type WrittenDocument } from "./documentPath.ts";
import { issuesAt } from "./draft.ts";
import { FieldInput } from "./FieldInput.tsx";
import type { SectionProps } from "./FieldsSection.tsx";

type ListSectionProps = SectionProps & {
  /** Share of each position now, in basis points. */
  readonly shares: Readonly<Record<string, number>>;
};

/** A panel of records: one row each, with a way to add one and to take one out. */
export function ListSection({ section, draft, base, onEdit, shares }: ListSectionProps) {
  const items = readPath(draft.document, section.id);
  const rows = Array.isArray(items) ? items.map((item, at) => ({ item, at })) : [];
  const blank = Object.fromEntries(section.fields.map((field) => [nameOf(field), ""]));
  return (
    <Panel
      title={section.title}
      sub={section.description}
      id={`section-${section.id}`}
      end={
        <Button size="small" onClick={() => onEdit({ path: `${section.id}[${rows.length}]`, value: blank })}>
          <Icon name="plus" size={14} />
          Add
        </Button>
      }
    >
      {rows.map(({ item, at }) => (
        <ListRow
          key={at}
          path={`${section.id}[${at}]`}
          fields={section.fields}
          item={item}
          was={baseItem(base, { id: section.id, item, fields: section.fields })}
          draft={draft}
          onEdit={onEdit}
          share={shares[readText(item, "position")] ?? null}
          removes={section.isOptional && rows.length === 1 ? section.id : `${section.id}[${at}]`}
        />
      ))}
      {issuesAt(draft.issues, section.id).map(({ message }) => (
        <p key={message} className="wrong px-4 pb-3" role="alert">
          <Icon name="warning" size={14} />
          {message}
        </p>
      ))}
    </Panel>
  );
}

type ListRowProps = Pick<SectionProps, "draft" | "onEdit"> & {
  readonly path: string;
  readonly fields: readonly PolicyField[];
  readonly item: unknown;
  readonly was: unknown;
  readonly share: number | null;
  /** What is taken out with it: an optional list goes with its last record. */
  readonly removes: string;
};

function ListRow({ path, fields, item, was, draft, onEdit, share, removes }: ListRowProps) {
  const isBand = fields.some((field) => nameOf(field) === "target");
  return (
    <div className="list-row" data-band={isBand ? "" : undefined}>
      {isBand && <BandPreview item={item} share={share} />}
      {fields.map((field) => (
        <div key={field.path} className="min-w-0">
          <span className="block text-2xs text-ink-3 mb-0.5">{field.title}</span>
          <FieldInput
            field={field}
            label={field.title}
            value={readText(item, nameOf(field))}
            was={was === null ? null : readText(was, nameOf(field))}
            issues={issuesAt(draft.issues, `${path}.${nameOf(field)}`)}
            onChange={(value) => onEdit({ path: `${path}.${nameOf(field)}`, value })}
          />
        </div>
      ))}
      <button
        type="button"
        className="icon-btn self-start mt-5"
        aria-label={`Remove ${readText(item, nameOf(fields[0]))}`}
        onClick={() => onEdit({ path: removes, value: undefined })}
      >
        <Icon name="minus" />
      </button>
    </div>
  );
}

const nameOf = (field: PolicyField | undefined) => field?.path.slice(field.path.lastIndexOf(".") + 1) ?? "";

type Wanted = { readonly id: string; readonly item: unknown; readonly fields: readonly PolicyField[] };

/** The item in force that this one stands for, by what names it: the first field, or the last where that one names the time. */
function baseItem(base: WrittenDocument | null, { id, item, fields }: Wanted): unknown {
  const key = fields.some((field) => nameOf(field) === "within") ? "within" : nameOf(fields[0]);
  const items = readPath(base, id);
  if (!Array.isArray(items)) return null;
  return items.find((other) => readText(other, key) === readText(item, key)) ?? null;
}
