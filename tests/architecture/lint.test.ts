import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHECKOUT } from "./checkout.ts";
import { copyOfTree, type TreeCopy } from "./copyOfTree.ts";

const used = (name: string) => `import { x } from "${name}";\nexport const y = x;\n`;

/** What is planted where, and the sentence that says what to do instead. */
const PLANTED: [what: string, path: string, text: string, advice: RegExp][] = [
  [
    "the clock in core",
    "packages/core/src/x.ts",
    "export const now = () => Date.now();\n",
    /take UnixSeconds of the pinned block/,
  ],
  [
    "randomness in core",
    "packages/core/src/x.ts",
    "export const any = () => Math.random();\n",
    /Take a seed or a value as an argument/,
  ],
  [
    "a module that stands in for another where modules are shared",
    "packages/adapters/src/x.test.ts",
    'import { vi } from "vitest";\n\nvi.mock("./registry.ts");\n',
    /Take what varies as an argument, or change an object and restore it/,
  ],
  [
    "the environment in core",
    "packages/core/src/x.ts",
    "export const e = () => process.env;\n",
    /env\.ts reads it/,
  ],
  [
    "the network in core",
    "packages/core/src/x.ts",
    'export const f = () => fetch("http://x");\n',
    /adapters read, core judges/,
  ],
  [
    "printing in core",
    "packages/core/src/x.ts",
    'export const p = () => console.log("x");\n',
    /return a finding or throw/,
  ],
  ["viem in core", "packages/core/src/x.ts", used("viem"), /core's own Address and Hex types/],
  ["another package in core", "packages/core/src/x.ts", used("@ballast/db"), /Move what you need into core/],
  [
    "core in verify",
    "packages/verify/src/x.ts",
    used("@ballast/core"),
    /Write it again from docs\/canonical-encoding\.md/,
  ],
  ["viem in verify", "packages/verify/src/x.ts", used("viem"), /Decode and hash with @noble/],
  [
    "the database in adapters",
    "packages/adapters/src/x.ts",
    used("@ballast/db"),
    /The keeper passes in what comes from the database/,
  ],
  [
    "a Safe kit outside the Safe rail",
    "packages/adapters/src/prices/x.ts",
    used("@safe-global/protocol-kit"),
    /door of rails\/safe/,
  ],
  ["adapters in db", "packages/db/src/x.ts", used("@ballast/adapters"), /Business rules go to core/],
  ["the keeper in devnet", "packages/devnet/src/x.ts", used("@ballast/keeper"), /never knows the keeper/],
  [
    "the devnet in the keeper",
    "apps/keeper/src/x.ts",
    used("@ballast/devnet"),
    /starts the devnet's own binary/,
  ],
  ["adapters in the admin", "apps/admin/src/x.tsx", used("@ballast/adapters"), /insert a request row/],
  [
    "three positional parameters",
    "packages/db/src/x.ts",
    "export const f = (a: bigint, b: bigint, c: bigint) => a + b + c;\n",
    /only 2 are allowed/,
  ],
];

describe("the linter says what to do instead of", () => {
  let copy: TreeCopy;
  beforeAll(() => {
    copy = copyOfTree(CHECKOUT, ["biome.json", "scripts/lint", ".gitignore"]);
  });
  afterAll(() => copy.remove());

  const lint = (path: string) => {
    const biome = join(CHECKOUT, "node_modules", ".bin", "biome");
    const run = spawnSync(biome, ["lint", "--max-diagnostics=none", "--colors=off", path], {
      cwd: copy.root,
      encoding: "utf8",
    });
    return { status: run.status, said: `${run.stdout}${run.stderr}`.replace(/\s+/g, " ") };
  };

  it.each(PLANTED)("%s", (_what, path, text, advice) => {
    copy.plant(path, text);
    const { status, said } = lint(path);
    expect(said).toMatch(advice);
    expect(status).toBe(1);
  });

  it("nothing in a file that keeps to the walls", () => {
    copy.plant("packages/adapters/src/rails/safe/fine.ts", used("@safe-global/protocol-kit"));
    expect(lint("packages/adapters/src/rails/safe/fine.ts")).toMatchObject({ status: 0 });
  });
});
