import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { SolidityError } from "../errors.ts";
import { compileContracts } from "./compileContracts.ts";
import { compilerInput } from "./compilerInput.ts";
import { loadContracts } from "./loadContracts.ts";

const dir = mkdtempSync(join(tmpdir(), "ballast-artifacts-"));
afterAll(() => rmSync(dir, { recursive: true }));

test("the cache gives what the compiler gave, and the compiler gives the same twice", async () => {
  const compiled = await loadContracts(join(dir, "a"));
  const cached = await loadContracts(join(dir, "a"));
  const again = await loadContracts(join(dir, "b"));
  expect(cached).toEqual(compiled);
  expect(again).toEqual(compiled);
  expect(readdirSync(join(dir, "a"))).toHaveLength(1);
  expect(readdirSync(join(dir, "a"))).toEqual(readdirSync(join(dir, "b")));
});

test("a changed source is another input", () => {
  const inputOf = (text: string) => {
    const sources = mkdtempSync(join(dir, "changed-"));
    writeFileSync(join(sources, "A.sol"), text);
    return compilerInput(sources);
  };
  expect(inputOf("a")).toEqual(inputOf("a"));
  expect(inputOf("a")).not.toEqual(inputOf("b"));
});

test("a source that does not compile is shown with its place", async () => {
  const sources = mkdtempSync(join(dir, "bad-"));
  writeFileSync(
    join(sources, "Bad.sol"),
    "// SPDX-License-Identifier: MIT\npragma solidity 0.8.37;\ncontract Bad { uint256 x = ; }",
  );
  const compiling = compileContracts(compilerInput(sources));
  await expect(compiling).rejects.toThrow(SolidityError);
  await expect(compiling).rejects.toThrow("Bad.sol:3");
});
