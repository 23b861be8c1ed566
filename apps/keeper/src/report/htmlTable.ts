import { escapeHtml } from "./escapeHtml.ts";

export type Column = { readonly head: string; readonly kind?: "num" | "nowrap" | "why" | "mono" };

/** A table of texts. On a narrow screen it scrolls sideways by itself, and can be reached by keyboard. */
export function htmlTable(
  columns: readonly Column[],
  { rows, label }: { readonly rows: readonly (readonly string[])[]; readonly label: string },
): string {
  const classOf = (index: number) => {
    const kind = columns[index]?.kind;
    return kind === undefined ? "" : ` class="${kind}"`;
  };
  const head = columns.map(
    ({ head: text }, index) => `<th scope="col"${classOf(index)}>${escapeHtml(text)}</th>`,
  );
  const body = rows.map(
    (row) => `<tr>${row.map((cell, index) => `<td${classOf(index)}>${escapeHtml(cell)}</td>`).join("")}</tr>`,
  );
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(label)}"><table><thead><tr>${head.join("")}</tr></thead><tbody>${body.join("")}</tbody></table></div>`;
}
