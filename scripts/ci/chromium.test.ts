import { describe, expect, it } from "vitest";
import { ChromiumMissing, chromium, chromiumPaths } from "./chromium.ts";

const here = process.execPath;
const nowhere = "/no/such/chromium";

describe("chromium", () => {
  it("is the first that can be executed, and nothing is installed then", () => {
    const install = () => expect.fail("installed although there is one");
    expect(chromium({ paths: [nowhere, here], install })).toBe(here);
  });

  it("is an error with the command to run, never a skip, where it is absent and cannot be installed", () => {
    const find = () => chromium({ paths: [nowhere], install: () => "installing it needs root" });
    expect(find).toThrow(ChromiumMissing);
    expect(find).toThrow(/needs root[\s\S]*apt-get install -y chromium/);
  });

  it("is an error when the install said yes but brought nothing", () => {
    expect(() => chromium({ paths: [nowhere], install: () => undefined })).toThrow(ChromiumMissing);
  });

  it("looks only where CHROMIUM_PATH says, when it says", () => {
    expect(chromiumPaths("/opt/mine")).toEqual(["/opt/mine"]);
    expect(chromiumPaths("")).toContain("/usr/bin/chromium");
  });
});
