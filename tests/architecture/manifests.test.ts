import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CHECKOUT } from "./checkout.ts";
import { HOUSES } from "./houses.ts";

type Manifest = {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  exports?: object;
};

const manifest = (folder: string) =>
  JSON.parse(readFileSync(join(CHECKOUT, folder, "package.json"), "utf8")) as Manifest;

describe("package.json", () => {
  it.each(HOUSES)("of $folder depends only on what its walls allow", ({ folder, workspace, npm }) => {
    const names = Object.keys(manifest(folder).dependencies ?? {});
    const ours = names.filter((name) => name.startsWith("@ballast/"));
    expect(ours.filter((name) => !workspace.includes(name))).toEqual([]);
    if (npm) expect(names.filter((name) => !npm.includes(name) && !ours.includes(name))).toEqual([]);
  });

  it.each(HOUSES)(
    "of $folder brings no other package of the workspace in for its tests either",
    ({ folder, workspace }) => {
      const ours = Object.keys(manifest(folder).devDependencies ?? {}).filter((name) =>
        name.startsWith("@ballast/"),
      );
      expect(ours.filter((name) => !workspace.includes(name))).toEqual([]);
    },
  );

  it.each([...HOUSES.map(({ folder }) => folder), ".", "tests"])(
    "of %s pins every version exactly",
    (folder) => {
      const { dependencies = {}, devDependencies = {} } = manifest(folder);
      const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
        ([, version]) => !/^(\d+\.\d+\.\d+(-[\w.]+)?|workspace:\*)$/.test(version),
      );
      expect(loose).toEqual([]);
    },
  );
});
