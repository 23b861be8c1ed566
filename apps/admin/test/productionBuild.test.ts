import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DEVNET_OWNERS } from "../src/devnet/owners.ts";

const ROOT = join(import.meta.dirname, "..", ".next");

/** What only the built-in wallets bring: their keys, and the name under which they announce themselves. */
const MARKS = [...DEVNET_OWNERS.map(({ key }) => key.slice(2)), "devnet.ballast.owner"];

/** Every file of a build that could reach a browser or run on the server; the compiler's own cache stays on the machine. */
function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => !name.startsWith("cache"))
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

function marksIn(kind: "production" | "devnet"): readonly string[] {
  const folder = join(ROOT, kind);
  if (!existsSync(join(folder, "BUILD_ID"))) {
    throw new Error(`There is no ${kind} build in ${folder}. Make it: node scripts/ci/buildAdmin.ts ${kind}`);
  }
  const texts = filesOf(folder).map((path) => readFileSync(path, "latin1").toLowerCase());
  return MARKS.filter((mark) => texts.some((text) => text.includes(mark)));
}

describe("what a build contains", () => {
  test("a production build holds no built-in wallet: not a key, not the module", () => {
    expect(marksIn("production")).toEqual([]);
  });

  test("a devnet build holds all of them, so the search above can find what it looks for", () => {
    expect(marksIn("devnet")).toEqual(MARKS);
  });
});
