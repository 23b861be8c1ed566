import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

/** All that the firewall may know: core's types, the deployment's shape, and itself. */
const ALLOWED = [/^@ballast\/core$/, /^\.\/[A-Za-z]+\.ts$/, /^\.\.\/\.\.\/\.\.\/deployment\/types\.ts$/];

const folder = import.meta.dirname;
const files = readdirSync(folder).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
const importsOf = (file: string): readonly string[] =>
  [...readFileSync(join(folder, file), "utf8").matchAll(/from "([^"]+)"/g)].map(([, from]) => from ?? "");

it.each(files)("%s shares no code with what builds a batch: no encoder, no protocol-kit, no viem", (file) => {
  expect(importsOf(file).filter((from) => !ALLOWED.some((allowed) => allowed.test(from)))).toEqual([]);
});

it("the rule is checked against imports that are there", () => {
  expect(files.flatMap(importsOf).length).toBeGreaterThan(20);
});
