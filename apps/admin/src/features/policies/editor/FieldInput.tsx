"use client";
import type { PolicyField, PolicyIssue } from "@ballast/core";
import { Icon } from "../../../components/Icon.tsx";

type FieldInputProps = {
  readonly field: PolicyField;
  readonly value: string;
  /** The value in force; null where the field is new. */
  readonly was: string | null;
  readonly issues: readonly PolicyIssue[];
  readonly onChange: (value: string) => void;
  /** Says the field to a screen reader where its label is elsewhere. */
  readonly label: string;
};

/** One field: its control by its kind, what it was, and what is wrong with it and how to put it right. */
export function FieldInput({ field, value, was, issues, onChange, label }: FieldInputProps) {
  const changed = was !== null && was !== value;
  const wrong = issues.length > 0;
  return (
    <span className="block min-w-0">
      <span className="field" data-changed={changed ? "" : undefined} data-invalid={wrong ? "" : undefined}>
        {field.kind === "choice" ? (
          <select value={value} onChange={(event) => onChange(event.target.value)} aria-label={label}>
            {field.options.map((option) => (
              <option key={option}>{option}</option>
            ))}
          </select>
        ) : (
          <input
            value={value}
            onChange={(event) => onChange(event.target.value)}
            placeholder={
              field.isOptional && field.orElse !== null ? `${field.orElse} when left out` : field.example
            }
            aria-label={label}
            aria-invalid={wrong}
            autoComplete="off"
            spellCheck={false}
          />
        )}
      </span>
      {changed && <span className="was">was {was === "" ? "empty" : was}</span>}
      {issues.map(({ message }) => (
        <span key={message} className="wrong" role="alert">
          <Icon name="warning" size={14} />
          {message}
        </span>
      ))}
    </span>
  );
}
