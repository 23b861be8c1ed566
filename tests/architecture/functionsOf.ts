import { type Node, parseFile, walk } from "./syntax.ts";

export type FunctionSize = {
  readonly file: string;
  readonly line: number;
  readonly name: string;
  readonly lines: number;
};

const FUNCTIONS = new Set(["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"]);

/** A describe closure only groups tests: it is as long as they are many. */
function groupsTests(node: Node, parent: Node | undefined, text: string): boolean {
  if (parent?.type !== "CallExpression" || !(parent.arguments as Node[]).includes(node)) return false;
  const { start, end } = parent.callee as Node;
  return /^(describe|test\.describe)\b/.test(text.slice(start, end));
}

function nameOf(node: Node, parent: Node | undefined): string {
  const id = (node.id ?? parent?.id ?? parent?.key) as { name?: string } | null | undefined;
  return id?.name ?? "(anonymous)";
}

/** The functions with a body of a file, with their length from first to last line; describe closures are left out. */
export function functionsOf(file: string): FunctionSize[] {
  const { text, program } = parseFile(file);
  const lineAt = (offset: number) => text.slice(0, offset).split("\n").length;
  const sizes: FunctionSize[] = [];
  for (const { node, above } of walk(program)) {
    const parent = above.at(-1);
    if (!FUNCTIONS.has(node.type) || (node.body as Node | null)?.type !== "BlockStatement") continue;
    if (groupsTests(node, parent, text)) continue;
    const line = lineAt(node.start);
    sizes.push({ file, line, name: nameOf(node, parent), lines: lineAt(node.end) - line + 1 });
  }
  return sizes;
}
