/** A document with one value changed; the rest is shared. `path` names fields and places of lists from the top. */
export function altered(document: unknown, path: readonly (string | number)[]): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return alteredValue(document);
  if (Array.isArray(document)) return document.with(Number(head), altered(document[Number(head)], rest));
  const fields = document as Readonly<Record<string, unknown>>;
  return { ...fields, [head]: altered(fields[head], rest) };
}

/** One more of a number, also of the first in a revert's text; the other of two truths. */
function alteredValue(value: unknown): unknown {
  if (typeof value === "boolean") return !value;
  if (typeof value === "number") return value + 1;
  if (typeof value !== "string")
    throw new TypeError(`There is nothing to alter in ${JSON.stringify(value)}.`);
  if (/^\d+$/.test(value)) return String(BigInt(value) + 1n);
  return /\(\d+/.test(value)
    ? value.replace(/(?<=\()\d+/, (digits) => String(BigInt(digits) + 1n))
    : value.replace(/(\w+)\(/, "Other$1(");
}
