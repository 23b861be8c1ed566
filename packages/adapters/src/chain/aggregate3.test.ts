import { describe, expect, it } from "vitest";
import { decodeAggregate3, encodeAggregate3, encodeGetEthBalance } from "./aggregate3.ts";

const TO = `0x${"11".repeat(20)}` as const;

describe("aggregate3", () => {
  it("has Multicall3's selectors", () => {
    expect(encodeAggregate3([]).slice(0, 10)).toBe("0x82ad56cb");
    expect(encodeGetEthBalance(TO).slice(0, 10)).toBe("0x4d2301cc");
  });

  it("lets each call fail alone", () => {
    const data = encodeAggregate3([{ to: TO, data: "0xabcd" }]);
    // head, array offset, length, tuple offset, target, allowFailure
    expect(BigInt(`0x${data.slice(10 + 64 * 4, 10 + 64 * 5)}`)).toBe(1n);
  });

  it.each([
    ["nothing", "0x"],
    ["one word", `0x${"00".repeat(32)}`],
    ["an offset beyond the end", `0x${"ff".repeat(64)}`],
    ["noise", "0xdeadbeef"],
  ] as const)("does not take %s for results", (_name, data) => {
    expect(decodeAggregate3(data, 1)).toBeNull();
  });

  it("does not take results of another number of calls", () => {
    const none = `0x${"20".padStart(64, "0")}${"0".repeat(64)}` as const;
    expect(decodeAggregate3(none, 0)).toEqual([]);
    expect(decodeAggregate3(none, 1)).toBeNull();
  });
});
