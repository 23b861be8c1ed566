import { describe, expect, it } from "vitest";
import { CHECKOUT } from "./checkout.ts";
import { textFiles } from "./textFiles.ts";

// Put together from parts, so that this file does not say what it forbids.
const folder = (name: string) => `(?<![\\w.~-])/${name}/[\\w.]`;
const FORBIDDEN: [what: string, pattern: RegExp][] = [
  ["a path of one machine", new RegExp(["work", "farm", "root", "home", "Users"].map(folder).join("|"))],
  ["a package registry's host", /registry\.[a-z]+\.[a-z]+|:\/\/(deb|security)\.debian\./],
];

const found = (pattern: RegExp, text: string) =>
  text
    .split("\n")
    .flatMap((line, index) => (pattern.test(line) ? [`${index + 1}: ${line.trim().slice(0, 120)}`] : []));

describe("no file of the project names", () => {
  it.each(FORBIDDEN)("%s", (_what, pattern) => {
    const hits = [...textFiles(CHECKOUT)].flatMap(({ path, text }) =>
      found(pattern, text).map((hit) => `${path}:${hit}`),
    );
    expect(hits).toEqual([]);
  });

  it.each([
    ["a path of one machine", `see /${"home"}/anna/notes`, true],
    ["a path of one machine", "https://example.org/work/list and packages/root/x", false],
    ["a package registry's host", `https://${"registry"}.npmjs.org/x`, true],
    ["a package registry's host", "the registry of venues", false],
  ])("%s: judges %j as %s", (what, text, expected) => {
    const pattern = FORBIDDEN.find(([name]) => name === what)?.[1] as RegExp;
    expect(found(pattern, text).length > 0).toBe(expected);
  });
});
