import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { SavedStateError } from "../errors.ts";
import { keepHistory, prepareRestore, saveHead } from "./savedState.ts";
import { type StateFiles, stateFiles } from "./stateFiles.ts";

let files: StateFiles;
beforeEach(() => {
  files = stateFiles(mkdtempSync(join(tmpdir(), "ballast-saved-")));
});
afterEach(() => rmSync(files.dir, { recursive: true }));

const rpcThatDumps = (json: string) =>
  (async () => `0x${gzipSync(json).toString("hex")}`) as unknown as Parameters<typeof saveHead>[0];
const restored = () => JSON.parse(readFileSync(files.restore, "utf8"));

test("the head comes back with the historical states of the last orderly stop", async () => {
  await saveHead(rpcThatDumps('{"block":2,"historical_states":null}'), files);
  writeFileSync(files.dump, '{"block":1,"historical_states":[["0xaa",{}]]}');
  await keepHistory(files);
  expect(existsSync(files.dump)).toBe(false);
  await prepareRestore(files);
  expect(restored()).toEqual({ block: 2, historical_states: [["0xaa", {}]] });
});

test("without an orderly stop the head comes back alone", async () => {
  await saveHead(rpcThatDumps('{"block":2,"historical_states":null}'), files);
  await keepHistory(files);
  await prepareRestore(files);
  expect(restored()).toEqual({ block: 2, historical_states: null });
});

test("a dump that was cut off is thrown away, and the older states stay", async () => {
  await saveHead(rpcThatDumps('{"block":2,"historical_states":null}'), files);
  writeFileSync(files.dump, '{"block":1,"historical_states":[["0xaa",{}]]}');
  await keepHistory(files);
  writeFileSync(files.dump, '{"block":3,"historical_states":[["0xbb",{"accounts"');
  await keepHistory(files);
  await prepareRestore(files);
  expect(restored()).toEqual({ block: 2, historical_states: [["0xaa", {}]] });
});

test.each(["head", "history"] as const)("a damaged %s file is named", async (name) => {
  await saveHead(rpcThatDumps('{"block":2,"historical_states":null}'), files);
  writeFileSync(files[name], "neither gzip nor zstd");
  await expect(prepareRestore(files)).rejects.toThrow(SavedStateError);
  await expect(prepareRestore(files)).rejects.toThrow(files[name]);
});
