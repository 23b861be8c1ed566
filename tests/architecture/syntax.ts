import { readFileSync } from "node:fs";
import { parseSync } from "oxc-parser";

/** A node of the syntax tree, as far as these tests look. */
export type Node = { readonly type: string; readonly start: number; readonly end: number } & Readonly<
  Record<string, unknown>
>;

/** The file is not TypeScript that can be parsed. */
export class SyntaxProblem extends Error {
  readonly file: string;
  constructor(file: string, message: string) {
    super(`${file}: ${message}`);
    this.name = "SyntaxProblem";
    this.file = file;
  }
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string";

/** The text and syntax tree of a TypeScript file. @throws SyntaxProblem */
export function parseFile(file: string): { text: string; program: Node } {
  const text = readFileSync(file, "utf8");
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new SyntaxProblem(file, errors[0]?.message ?? "cannot be parsed");
  return { text, program: program as unknown as Node };
}

/** The nodes directly below `node`. */
export function children(node: Node): Node[] {
  return Object.values(node).flatMap((value) =>
    Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [],
  );
}

/** `node` and every node below it, each with the nodes above it, the nearest last. */
export function* walk(
  node: Node,
  above: readonly Node[] = [],
): Generator<{ node: Node; above: readonly Node[] }> {
  yield { node, above };
  for (const child of children(node)) yield* walk(child, [...above, node]);
}
