import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generatePrivateKey } from "viem/accounts";
import { afterAll, describe, expect, it } from "vitest";
import { ProposerKeyError } from "../errors.ts";
import { readKey } from "./readKey.ts";

const folder = mkdtempSync(join(tmpdir(), "ballast-key-"));
afterAll(() => rmSync(folder, { recursive: true }));
const KEY = generatePrivateKey();

function fileWith(text: string, mode = 0o600): string {
  const file = join(folder, `key-${mode.toString(8)}-${text.length}`);
  writeFileSync(file, text);
  chmodSync(file, mode);
  return file;
}

describe("readKey", () => {
  it("reads a file that only its owner may read, with or without a newline", () => {
    expect(readKey({ file: fileWith(KEY) })).toBe(KEY);
    expect(readKey({ file: fileWith(`${KEY}\n`) })).toBe(KEY);
    expect(readKey({ file: fileWith(` ${KEY} \n`, 0o400) })).toBe(KEY);
  });

  it("takes the value itself", () => expect(readKey({ name: "KEY", value: KEY })).toBe(KEY));

  it.each([0o640, 0o604, 0o620, 0o644, 0o601])(
    "refuses a file with mode %o and says how to mend it",
    (mode) => {
      const read = () => readKey({ file: fileWith(`${KEY}    `, mode) });
      expect(read).toThrow(ProposerKeyError);
      expect(read).toThrow("chmod 600");
    },
  );

  it("refuses a file that is not there, and names it", () => {
    expect(() => readKey({ file: join(folder, "absent") })).toThrow(/absent.*ENOENT/);
  });

  it.each(["", "0x", "0x1234", `${KEY}00`, KEY.slice(2), "my secret"])(
    "refuses what is no key, without repeating it",
    (value) => {
      const read = () => readKey({ name: "BALLAST_PROPOSER_KEY", value });
      expect(read).toThrow(ProposerKeyError);
      if (value.length > 4) expect(read).not.toThrow(value);
    },
  );
});
