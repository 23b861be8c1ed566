import type { Tightens } from "./document/fieldKind.ts";
import { type PolicyField, policyFields } from "./document/policyFields.ts";
import { presetFigures } from "./presets/presetFigures.ts";
import { presetListReasons, presetLists } from "./presets/presetLists.ts";

const TIGHTENS: Readonly<Record<Tightens, string>> = {
  down: "a smaller value",
  up: "a larger value",
  stronger: "a later choice",
  adding: "one more item",
  depends: "depends",
  neutral: "no change counts",
  never: "no change",
};

/** The reference page of the policy document as Markdown, with the presets: all of it comes from the schema and from the presets' table. */
export function policyReference(): string {
  return `${[INTRO, ...sections().flatMap(section), PRESETS, table(["field", "conservative", "balanced", "active", "why"], presetRows()), LISTS, ...listLines()].join("\n\n")}\n`;
}

const INTRO = `# The policy document

Written by \`ballast policy reference\`; a test says when it is not current. A policy is YAML or JSON. \`ballast policy check FILE\` names every
problem with its path, value and limit, and gives the hash that owners approve. \`ballast policy schema\` prints the JSON Schema, which is also in
\`packages/core/policy.schema.json\`: an editor uses it when the first line of the policy is \`# yaml-language-server: $schema=PATH\`.

Percentages are written with their sign (\`0.3%\`), amounts with their asset (\`5 ETH\`), durations as a whole number of s, m, h or d
(\`6h\`), counts without a unit. A value in another unit is refused.

**Tighter** is a change that admits no entry or exposure that was refused, and suppresses no finding, guard or emergency exit that was allowed. It
needs one owner's approval, its author's too, and holds at once; so does a change that is neutral. Whatever cannot be shown to be tighter is
**looser**: it needs the Safe's threshold, not the author alone, and waits \`looseningDelay\` of the policy that it replaces. A version is as loose
as its loosest change. \`ballast policy diff BEFORE AFTER\` says it of two files, and the admin of every version.`;

const PRESETS = `## Presets

\`ballast policy preset NAME --account ADDRESS --chain ID --proposer ADDRESS\` writes a first policy with these figures, each with its reason beside it. They are
a place to begin, not advice: read each line before you approve it. All begin by observing.`;

const LISTS = "Their lists:";

type Section = {
  readonly title: string;
  readonly description: string;
  readonly fields: readonly PolicyField[];
};

/** Fields under the nearest record or list of records that they are in; the document's own come first. */
function sections(): readonly Section[] {
  const found: { title: string; description: string; fields: PolicyField[] }[] = [
    { title: "The document", description: "What it governs, in whose name and how.", fields: [] },
  ];
  for (const field of policyFields()) {
    const isTop = !/[.[]/.test(field.path);
    if (field.kind === "group" && isTop) found.push({ ...field, fields: [] });
    else (isTop && field.kind !== "list" ? found[0] : sectionOf(found, field))?.fields.push(field);
  }
  return found;
}

/** The record that a nested field is in; a list at the top begins its own. */
function sectionOf(
  found: { title: string; description: string; fields: PolicyField[] }[],
  field: PolicyField,
) {
  if (field.kind === "list" && !/[.[]/.test(field.path)) found.push({ ...field, fields: [] });
  return found.at(-1);
}

function section({ title, description, fields }: Section): string[] {
  const rows = fields.map((field) => [
    `\`${field.path}\``,
    `**${field.title}.** ${field.description}`,
    written(field),
    field.tightens === null ? "" : TIGHTENS[field.tightens],
    field.because,
  ]);
  return [
    `## ${title}`,
    description,
    table(["field", "meaning", "written as", "tighter is", "because"], rows),
  ];
}

function written({ kind, options, example, orElse, isOptional }: PolicyField): string {
  const how =
    kind === "choice"
      ? options.map((each) => `\`${each}\``).join(", ")
      : example === ""
        ? kind
        : `\`${example}\``;
  const without = orElse === null ? (isOptional ? "; may be left out" : "") : `; left out, \`${orElse}\``;
  return `${how}${without}`;
}

function presetRows(): readonly (readonly string[])[] {
  return presetFigures.map(({ path, values, because }) => [`\`${path}\``, ...values, because]);
}

function listLines(): readonly string[] {
  const shown = Object.entries(presetLists).map(([name, { universe, protocols, liquidity }]) => {
    const bands = universe.map(
      ({ position, min, target, max }) => `\`${position}\` ${min} / ${target} / ${max}`,
    );
    const caps = protocols.map(({ venue, max }) => `${venue} ${max}`);
    const rungs = liquidity.map(({ share, within }) => `${share} within ${within}`);
    return `- **${name}**: ${bands.join(", ")}; caps ${caps.join(", ")}; liquid ${rungs.join(", ")}.`;
  });
  const why = Object.entries(presetListReasons).map(([path, because]) => `- \`${path}\`: ${because}`);
  return [[...shown, ...why].join("\n")];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("<", "&lt;")).join(" | ")} |`;
  return [line(head), `|${" --- |".repeat(head.length)}`, ...rows.map(line)].join("\n");
}
