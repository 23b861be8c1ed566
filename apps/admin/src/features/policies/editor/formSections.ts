import { type PolicyField, policyFields } from "@ballast/core";

/** A panel of the form: fields by their path, or a list of records. */
export type FormSection = {
  readonly kind: "fields" | "list";
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The policy may leave it out as a whole. */
  readonly isOptional: boolean;
  readonly fields: readonly PolicyField[];
};

/** What the account and the version fix: shown, never typed. */
const FIXED = ["schema", "account", "chainId", "baseAsset", "version"];

const GENERAL: Pick<FormSection, "id" | "title" | "description"> = {
  id: "general",
  title: "Mode and proposer",
  description: "What the keeper does with its decisions, and in whose name.",
};

/** The form's panels, from the one schema that also reads the YAML. */
export function formSections(): readonly FormSection[] {
  const all = policyFields();
  const leaves = (prefix: string) => all.filter((field) => isDirectLeaf(field, prefix));
  const general = {
    ...GENERAL,
    kind: "fields" as const,
    isOptional: false,
    fields: leaves("").filter(({ path }) => !FIXED.includes(path)),
  };
  const groups = all
    .filter(({ kind }) => kind === "group" || kind === "list")
    .map(({ path, kind, title, description, isOptional }) => ({
      kind: kind === "list" && leaves(`${path}[]`).length > 0 ? ("list" as const) : ("fields" as const),
      id: path,
      title,
      description,
      isOptional,
      fields: kind === "list" ? leaves(`${path}[]`) : leaves(path),
    }))
    .filter(({ fields }) => fields.length > 0);
  return [general, ...groups];
}

/** A leaf right under `prefix`; a list of bare values counts as a leaf of its record. */
function isDirectLeaf({ path, kind }: PolicyField, prefix: string): boolean {
  if (kind === "group" || kind === "list") return false;
  const rest = prefix === "" ? path : path.startsWith(`${prefix}.`) ? path.slice(prefix.length + 1) : null;
  return rest !== null && /^[A-Za-z]+(\[\])?$/.test(rest);
}
