import type { Flag } from "@ballast/core";
import { venueId } from "@ballast/core";
import { describe, expect, it } from "vitest";
import type { PinnedResult } from "../chain/pinnedReader.ts";
import { words } from "../testing/word.ts";
import { readSwitch } from "./readSwitch.ts";

const CONTRACT = `0x${"11".repeat(20)}` as const;
const FLAG: Flag = {
  venue: venueId("lido"),
  code: "stopped",
  stops: "entries",
  source: { kind: "call", contract: CONTRACT, method: "isStopped" },
};
const LACKING: Flag = {
  ...FLAG,
  code: "no-getter",
  stops: "none",
  source: { kind: "state", account: CONTRACT, field: "code" },
};
const isOn = (word: bigint) => word !== 0n;
const says = (value: bigint): PinnedResult => ({ ok: true, data: words(value) });
const failed = (reverted: `0x${string}` | null): PinnedResult => ({
  ok: false,
  reverted,
  missing: {
    subject: "x",
    code: reverted === null ? "rpc" : "revert",
    retry: reverted === null,
    detail: "why",
  },
});

describe("readSwitch", () => {
  it.each([
    ["0 is off", says(0n), []],
    ["1 is on", says(1n), [FLAG]],
    ["anything else that is on is on", says(2n ** 256n - 1n), [FLAG]],
  ])("%s", (_name, result, flags) => {
    expect(readSwitch(result, { flag: FLAG, isOn })).toEqual({ flags, missing: [] });
  });

  it.each([
    ["was not run", failed(null), "rpc", true],
    ["reverted without a reason", failed("0x"), "revert", false],
    ["reverted with one", failed("0x08c379a0"), "revert", false],
    ["answered nothing", { ok: true, data: "0x" }, "empty", false],
    ["answered too little", { ok: true, data: "0x01" }, "short-data", false],
  ] as const)("a getter that %s is missing under the venue, with its name", (_name, result, code, retry) => {
    const { flags, missing } = readSwitch(result, { flag: FLAG, isOn });
    expect(flags).toEqual([]);
    expect(missing).toMatchObject([{ subject: "venue:lido", code, retry }]);
    expect(missing[0]?.detail).toMatch(/^isStopped: /);
  });

  it("takes a bare revert for a lacking getter only while the contract answers a later call", () => {
    const facts = (control: PinnedResult) => ({ flag: FLAG, isOn, lacking: { control, flag: LACKING } });
    expect(readSwitch(failed("0x"), facts(says(5n))).flags).toEqual([LACKING]);
    expect(readSwitch(failed("0x"), facts(failed("0x"))).missing).toHaveLength(1);
    expect(readSwitch(failed("0x"), facts(failed(null))).missing).toHaveLength(1);
    expect(readSwitch(failed("0x08c379a0"), facts(says(5n))).missing).toHaveLength(1);
    expect(readSwitch(failed(null), facts(says(5n))).missing).toHaveLength(1);
  });

  it("reads a getter that a version may lack like any other when it is there", () => {
    const facts = { flag: FLAG, isOn, lacking: { control: says(5n), flag: LACKING } };
    expect(readSwitch(says(1n), facts).flags).toEqual([FLAG]);
    expect(readSwitch(says(0n), facts).flags).toEqual([]);
  });
});
