import { closeSync, fstatSync, openSync, readFileSync } from "node:fs";
import type { Hex } from "@ballast/core";
import { ProposerKeyError } from "../errors.ts";

/** Where the proposer key comes from: a file that only its owner may read, or the value itself, as from the environment. */
export type KeyOrigin =
  | { readonly file: string }
  /** `name` is what to call it in messages, `BALLAST_PROPOSER_KEY_FILE` for example. */
  | { readonly name: string; readonly value: string };

const PRIVATE_KEY = /^0x[0-9a-f]{64}$/i;
const OTHERS_MAY = 0o077;

function readFile(file: string): string {
  let descriptor: number;
  try {
    descriptor = openSync(file, "r");
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : "it cannot be opened";
    throw new ProposerKeyError(file, `it cannot be read (${reason})`);
  }
  try {
    const { mode } = fstatSync(descriptor);
    if ((mode & OTHERS_MAY) !== 0) {
      const found = (mode & 0o777).toString(8).padStart(3, "0");
      throw new ProposerKeyError(file, `its mode is ${found}, so others may read it; run: chmod 600 ${file}`);
    }
    return readFileSync(descriptor, "utf8");
  } finally {
    closeSync(descriptor);
  }
}

/**
 * The private key at its origin. No message ever holds a part of it.
 * @throws ProposerKeyError
 */
export function readKey(origin: KeyOrigin): Hex {
  const [name, text] = "file" in origin ? [origin.file, readFile(origin.file)] : [origin.name, origin.value];
  const key = text.trim();
  if (!PRIVATE_KEY.test(key)) {
    throw new ProposerKeyError(name, "it is not a private key: 0x and 64 hex digits are expected");
  }
  return key as Hex;
}
