import { type Node, parseFile, walk } from "./syntax.ts";

const IMPORTING = new Set([
  "ImportDeclaration",
  "ExportNamedDeclaration",
  "ExportAllDeclaration",
  "ImportExpression",
  "TSImportType",
  "TSExternalModuleReference",
]);

const literal = (value: unknown): string | undefined => {
  const { type, value: text } = (value ?? {}) as { type?: string; value?: unknown };
  if (type === "TSLiteralType") return literal((value as Node).literal);
  return type === "Literal" && typeof text === "string" ? text : undefined;
};

const CALLS = ["require", "require.resolve", "import.meta.resolve"];

function called(node: Node, text: string): string | undefined {
  if (node.type !== "CallExpression") return undefined;
  const { start, end } = node.callee as Node;
  return CALLS.includes(text.slice(start, end)) ? literal((node.arguments as unknown[])[0]) : undefined;
}

/** Every module that a file names: import, export from, import(), types by import(), require. */
export function importsOf(file: string): string[] {
  const { text, program } = parseFile(file);
  const found = new Set<string>();
  for (const { node } of walk(program)) {
    const name = IMPORTING.has(node.type)
      ? literal(node.source ?? node.argument ?? node.expression)
      : called(node, text);
    if (name !== undefined) found.add(name);
  }
  return [...found];
}
