/** What is wrong with a record's key (§2): non-empty printable ASCII that does not start with `$`. */
export function keyProblem(key: string): string | undefined {
  if (key === "") return "a key is empty";
  if (!/^[\x20-\x7e]*$/.test(key)) return `the key ${JSON.stringify(key)} is not printable ASCII`;
  if (key.startsWith("$")) return `the key ${JSON.stringify(key)} starts with $`;
  return undefined;
}
