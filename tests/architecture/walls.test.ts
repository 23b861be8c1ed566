import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHECKOUT } from "./checkout.ts";
import { copyOfTree, type TreeCopy } from "./copyOfTree.ts";
import { HOUSES, type House } from "./houses.ts";
import { importCycles, loops } from "./importCycles.ts";
import { wallViolations } from "./wallViolations.ts";

const house = (folder: string) => HOUSES.find((one) => one.folder === folder) as House;

describe("import walls", () => {
  it.each(HOUSES.map(({ folder }) => folder))("%s imports only what the architecture allows", (folder) => {
    expect(wallViolations({ root: CHECKOUT, house: house(folder) })).toEqual([]);
  });

  it.each([...HOUSES.map(({ folder }) => folder), "scripts", "tests"])("%s has no import cycle", (folder) => {
    expect(importCycles(CHECKOUT, folder)).toEqual([]);
  });
});

/** Folder, where a file is planted, what it says, what the message must name. */
const PLANTED: [folder: string, file: string, text: string, expected: RegExp][] = [
  [
    "packages/core",
    "src/plan/x.ts",
    'import { getAddress } from "viem";',
    /of npm it may import zod, yaml, @noble\/hashes/,
  ],
  ["packages/core", "src/plan/x.ts", 'import { readFileSync } from "node:fs";', /no Node built-ins/],
  ["packages/core", "src/plan/x.ts", 'import { readFileSync } from "fs";', /no Node built-ins/],
  ["packages/core", "src/plan/x.ts", 'import { z } from "zod";', /for src\/policy\/ only/],
  ["packages/core", "src/plan/x.ts", 'export * from "@ballast/db";', /may import nothing/],
  ["packages/verify", "src/x.ts", 'import type { Bundle } from "@ballast/core";', /may import nothing/],
  ["packages/verify", "src/x.ts", 'import { keccak256 } from "viem";', /of npm it may import/],
  [
    "packages/verify",
    "src/x.ts",
    'import { canonical } from "../../core/src/index.ts";',
    /leaves its own package/,
  ],
  [
    "packages/verify",
    "src/x.test.ts",
    'import { encode } from "@ballast/core";',
    /not among the dependencies/,
  ],
  [
    "packages/adapters",
    "src/prices/x.ts",
    'import Safe from "@safe-global/protocol-kit";',
    /for src\/rails\/safe\/ only/,
  ],
  ["packages/adapters", "src/x.ts", 'const db = await import("@ballast/db");', /may import @ballast\/core/],
  [
    "packages/db",
    "src/x.ts",
    'import { createPublicClient } from "viem";',
    /of npm it may import drizzle-orm/,
  ],
  [
    "packages/devnet",
    "src/x.ts",
    'import { tick } from "@ballast/keeper";',
    /may import @ballast\/core, @ballast\/adapters/,
  ],
  ["apps/keeper", "src/x.ts", 'export { startDevnet } from "@ballast/devnet";', /may import @ballast\/core/],
  ["apps/keeper", "src/x.ts", 'import leftPad from "left-pad";', /not among the dependencies/],
  [
    "apps/admin",
    "src/x.tsx",
    'type R = import("@ballast/adapters").Registry;',
    /may import @ballast\/core, @ballast\/db/,
  ],
];

describe("a planted violation is caught", () => {
  let copy: TreeCopy;
  beforeAll(() => {
    copy = copyOfTree(
      CHECKOUT,
      HOUSES.map(({ folder }) => folder),
    );
  });
  afterAll(() => copy.remove());

  it.each(PLANTED)("in %s at %s: %s", (folder, file, text, expected) => {
    const path = `${folder}/${file}`;
    copy.plant(path, text);
    const found = wallViolations({ root: copy.root, house: house(folder), files: [path] });
    rmSync(join(copy.root, path));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(expected);
  });

  it("as a cycle between two files", () => {
    copy.plant("packages/core/src/a.ts", 'import { b } from "./b.ts"; export const a = () => b;');
    copy.plant("packages/core/src/b.ts", 'import type { a } from "./a.ts"; export type b = typeof a;');
    const found = importCycles(copy.root, "packages/core");
    expect(found).toContain("packages/core/src/a.ts → packages/core/src/b.ts → packages/core/src/a.ts");
  });

  it("as a cycle over three files of a graph, and none where there is none", () => {
    expect(
      loops(
        new Map([
          ["a", ["b"]],
          ["b", ["c"]],
          ["c", ["a"]],
        ]),
      ),
    ).toEqual([["a", "b", "c", "a"]]);
    expect(
      loops(
        new Map([
          ["a", ["b", "c"]],
          ["b", ["c"]],
          ["c", []],
        ]),
      ),
    ).toEqual([]);
  });
});
