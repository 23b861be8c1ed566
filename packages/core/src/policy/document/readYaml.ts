import { isAlias, isMap, isScalar, isSeq, parseDocument } from "yaml";
import type { PolicyIssue } from "./policyIssue.ts";

/** YAML or JSON as records, lists and the text of each value; nothing is turned into a number on the way. */
export type Tree = string | readonly Tree[] | { readonly [key: string]: Tree };

const MOST_CHARACTERS = 128 * 1024;
const MOST_DEPTH = 12;

type Read =
  | { readonly ok: true; readonly tree: Tree }
  | { readonly ok: false; readonly issues: readonly PolicyIssue[] };

/**
 * Reads YAML 1.2 (and so JSON) by the failsafe schema: `40`, `0.3%` and `0x…` stay the text that was written.
 * Refused: anchors, aliases, tags, directives, repeated keys, several documents, more than 128 Ki characters.
 */
export function readYaml(text: string): Read {
  if (text.length > MOST_CHARACTERS) {
    return refused({ value: `${text.length} characters`, limit: `at most ${MOST_CHARACTERS} characters` });
  }
  if (/^%/m.test(text)) return refused({ value: "a % directive", limit: "YAML without directives" });
  const document = parseDocument(text, { schema: "failsafe", stringKeys: true, uniqueKeys: true });
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) {
    return { ok: false, issues: faults.slice(0, 5).map(({ message }) => syntaxIssue(message)) };
  }
  try {
    return { ok: true, tree: toTree(document.contents, "") };
  } catch (error) {
    if (!(error instanceof NotPlain)) throw error;
    return { ok: false, issues: [error.issue] };
  }
}

class NotPlain extends Error {
  readonly issue: PolicyIssue;
  constructor(issue: PolicyIssue) {
    super(issue.message);
    this.issue = issue;
  }
}

function toTree(node: unknown, path: string): Tree {
  if (path.split(/[.[]/).length > MOST_DEPTH) throw notPlain(path, "nesting deeper than a policy has");
  if (isAlias(node)) throw notPlain(path, "an alias (*name)");
  if (node === null || node === undefined) return "";
  const { anchor, tag } = node as { readonly anchor?: string; readonly tag?: string };
  if (anchor !== undefined) throw notPlain(path, "an anchor (&name)");
  if (tag !== undefined) throw notPlain(path, "a tag (!name)");
  if (isScalar(node)) return String(node.value ?? "");
  if (isSeq(node)) return node.items.map((item, i) => toTree(item, `${path}[${i}]`));
  if (isMap(node)) {
    return Object.fromEntries(
      node.items.map(({ key, value }) => {
        const name = isScalar(key) ? String(key.value) : "";
        return [name, toTree(value, path === "" ? name : `${path}.${name}`)];
      }),
    );
  }
  throw notPlain(path, "something that is no value, list or record");
}

function notPlain(path: string, found: string): NotPlain {
  const message = `${path === "" ? "The document" : path} is ${found}. Write the value out.`;
  return new NotPlain({ path, value: found, limit: "plain values, lists and records", message });
}

function refused({ value, limit }: { value: string; limit: string }): Read {
  const message = `The document has ${value}; allowed is ${limit}.`;
  return { ok: false, issues: [{ path: "", value, limit, message }] };
}

function syntaxIssue(message: string): PolicyIssue {
  const [line = message] = message.split("\n");
  return {
    path: "",
    value: "",
    limit: "YAML or JSON",
    message: `Not readable as YAML or JSON: ${line.replace(/:$/, "")}.`,
  };
}
