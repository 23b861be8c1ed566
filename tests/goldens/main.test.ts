import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { altered } from "./lido/altered.ts";
import { type GoldensEnd, runGoldens } from "./runGoldens.ts";

const dir = mkdtempSync(join(tmpdir(), "ballast-goldens-"));
afterAll(() => rmSync(dir, { recursive: true }));

const golden = JSON.parse(readFileSync(new URL("lido/lido.golden.json", import.meta.url), "utf8"));
/** One step and one transfer of the recording: enough for each outcome, and quick. */
const short = { ...golden, steps: golden.steps.slice(0, 1), transfers: golden.transfers.slice(0, 1) };
const lastLine = (out: string) => out.trimEnd().split("\n").at(-1);

function write(name: string, content: unknown): string {
  writeFileSync(join(dir, name), typeof content === "string" ? content : JSON.stringify(content));
  return name;
}

describe("goldens", () => {
  it("counts by kind, names what is out of scope, and ends with the sum", async () => {
    const { code, out, err } = await runGoldens([write("short.json", short)], dir);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^kind +passed +failed +out of scope\n/);
    expect(out).toMatch(/^step rebase +1 +0 +0$/m);
    expect(out).toMatch(/^out of scope {2}short\.json: safe: Safe without.*\n {2}reason +\w/m);
    expect(lastLine(out)).toBe("4 passed, 0 failed, 1 out of scope");
  });

  it("shows a failure with file, name, field, recorded and found, and ends with 1", async () => {
    const file = write("wrong.json", altered(short, ["steps", 0, "stEthPerToken"]));
    const { code, out } = await runGoldens([file], dir);
    expect(code).toBe(1);
    expect(out).toContain(
      [
        "failed        wrong.json: step rebase: steps[0] rebase",
        "  field       stEthPerToken",
        "  recorded    1234567890100000001",
        "  found       1234567890100000000",
      ].join("\n"),
    );
    expect(lastLine(out)).toMatch(/^\d+ passed, [1-9]\d* failed, 1 out of scope$/);
  });

  describe("told of files that cannot be replayed, and of a good one", () => {
    const bad = [
      { what: "is missing", file: "nowhere.json", says: /nowhere\.json cannot be read \(ENOENT\)/ },
      { what: "is a folder", file: ".", says: /\. cannot be read \(EISDIR\)/ },
      {
        what: "is no JSON",
        file: write("text.json", "{"),
        says: /text\.json is no JSON: .*correct the file/,
      },
      {
        what: "is of no known form",
        file: write("other.json", { vectors: {} }),
        says: /other\.json has the form of no protocol/,
      },
      {
        what: "is malformed",
        file: write("malformed.json", { ...short, steps: [{}] }),
        says: /looks like one of lido, but steps\[0\]\.action is no text/,
      },
      {
        what: "has nothing to compare",
        file: write("empty.json", { ...short, steps: [], transfers: [] }),
        says: /empty\.json has nothing to compare/,
      },
    ];
    let end: GoldensEnd;
    beforeAll(async () => {
      end = await runGoldens([...bad.map(({ file }) => file), write("good.json", short)], dir);
    });

    it.each(bad)("says of one that $what", ({ says }) => {
      expect(end.out).toMatch(says);
    });

    it("fails once for each, goes on to the good one, and ends with 1", () => {
      expect(end.code).toBe(1);
      expect(lastLine(end.out)).toBe(`4 passed, ${bad.length} failed, 2 out of scope`);
    });
  });

  it.each([
    { args: [], says: "no file is named" },
    { args: ["--fast", "short.json"], says: '"--fast" is not known' },
  ])("refuses bad usage with 2: $says", async ({ args, says }) => {
    const { code, out, err } = await runGoldens(args, dir);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(says);
    expect(err).toContain("Usage: npm run -s goldens -- FILE…");
  });

  it("says how it is used", async () => {
    const { code, out, err } = await runGoldens(["--help"], dir);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("Exit codes: 0 all passed");
  });
});
