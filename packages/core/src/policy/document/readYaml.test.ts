import { describe, expect, it } from "vitest";
import { EXAMPLE_POLICY_YAML } from "../examplePolicyYaml.ts";
import { readYaml } from "./readYaml.ts";

const edit = (from: string, to: string) => {
  expect(EXAMPLE_POLICY_YAML).toContain(from);
  return EXAMPLE_POLICY_YAML.replace(from, to);
};

describe("readYaml", () => {
  it.each([
    ["numbers", "a: 40\nb: 0.3\nc: 1e3\nd: 0x10\ne: -1", { a: "40", b: "0.3", c: "1e3", d: "0x10", e: "-1" }],
    [
      "what other readers take for something else",
      "a: yes\nb: null\nc: ~\nd: 2026-01-01",
      { a: "yes", b: "null", c: "~", d: "2026-01-01" },
    ],
    ["nothing", "a:\nb: ''", { a: "", b: "" }],
    ["quoted text", "a: \"1\\n2\"\nb: 'it''s'", { a: "1\n2", b: "it's" }],
    [
      "lists and records in either style",
      "a: [1, {b: 2}]\nc:\n  - d: 3",
      { a: ["1", { b: "2" }], c: [{ d: "3" }] },
    ],
    ["JSON", '{"a": 1.50, "b": [true, null]}', { a: "1.50", b: ["true", "null"] }],
    ["comments around it", "# about\na: 1 # one\n# end", { a: "1" }],
    ["a key that objects inherit", "toString: 1", { toString: "1" }],
  ])("keeps %s as the text that was written", (_name, text, tree) => {
    expect(readYaml(text)).toEqual({ ok: true, tree });
  });

  it("keeps a key named __proto__ as a key", () => {
    const read = readYaml("__proto__: {polluted: yes}");
    expect(read.ok && Object.keys(read.tree)).toEqual(["__proto__"]);
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });

  it("reads the example", () => {
    expect(readYaml(EXAMPLE_POLICY_YAML).ok).toBe(true);
  });

  /** Each is the example with one thing that no policy needs, so nothing else can be why it is refused. */
  const refused: readonly (readonly [string, string, RegExp])[] = [
    ["a directive", `%YAML 1.2\n---\n${EXAMPLE_POLICY_YAML}`, /without directives/],
    ["a tag", edit("mode: propose", "mode: !!str propose"), /tag/i],
    ["a tag of one's own", edit("mode: propose", "mode: !mode propose"), /tag/i],
    ["an anchor", edit("mode: propose", "mode: &m propose"), /mode is an anchor/],
    ["an alias", `${edit("mode: propose", "mode: &m propose")}other: *m\n`, /alias|anchor/],
    ["an alias to nothing", edit("mode: propose", "mode: *m"), /alias|anchor/i],
    ["a repeated key", `${EXAMPLE_POLICY_YAML}mode: propose\n`, /unique/],
    ["a repeated key inside", edit("  dwell: 1h\n", "  dwell: 1h\n  dwell: 1h\n"), /unique/],
    ["a second document", `${EXAMPLE_POLICY_YAML}---\na: 1\n`, /multiple documents/],
    ["a key that is a record", `${EXAMPLE_POLICY_YAML}? {a: 1}\n: 2\n`, /keys must be strings/],
    [
      "too many characters",
      `${EXAMPLE_POLICY_YAML}#${"x".repeat(130 * 1024)}\n`,
      /at most 131072 characters/,
    ],
    ["too much nesting", `${EXAMPLE_POLICY_YAML}a: ${"[".repeat(20)}${"]".repeat(20)}\n`, /nesting/],
    ["a bracket that is not closed", `${EXAMPLE_POLICY_YAML}a: [1\n`, /Not readable/],
    ["indentation by tabs", edit("  dwell: 1h", "\tdwell: 1h"), /Not readable/],
  ];
  it.each(refused)("refuses %s", (_name, text, message) => {
    const read = readYaml(text);
    expect(read.ok ? "accepted" : read.issues.map((issue) => issue.message).join(" ")).toMatch(message);
  });

  it("refuses a great deal of nesting without giving way", () => {
    for (const opening of ["[", "{a: ", "- "]) {
      expect(readYaml(opening.repeat(20_000)).ok).toBe(false);
    }
  });

  it("gives no more than a few faults for a text that is nothing but faults", () => {
    const read = readYaml("]\n".repeat(5000));
    expect(read.ok ? 0 : read.issues.length).toBeLessThanOrEqual(5);
  });
});
