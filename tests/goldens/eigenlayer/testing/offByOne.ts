/** A recorded value changed by the least there is. */
export function offByOne(value: unknown): unknown {
  if (typeof value === "number") return value + 1;
  if (typeof value === "boolean") return !value;
  if (typeof value !== "string") return "1";
  if (/^-?\d+$/.test(value)) return String(BigInt(value) + 1n);
  const last = value.at(-1) === "0" ? "1" : "0";
  return `${value.slice(0, -1)}${last}`;
}

/** Changes what lies at a path such as `claim.tokenLeaves.0.token`. */
export function alterAt(branch: object, path: string): void {
  const [name = "", ...rest] = path.split(".");
  const inner = (branch as Record<string, unknown>)[name];
  if (rest.length > 0) alterAt(inner as object, rest.join("."));
  else Object.assign(branch, { [name]: offByOne(inner) });
}
