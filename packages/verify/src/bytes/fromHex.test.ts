import { expect, test } from "vitest";
import { BytesError } from "../errors/BytesError.ts";
import { fromHex } from "./fromHex.ts";
import { toHex } from "./toHex.ts";

test.each([
  ["0x", []],
  ["0x00", [0]],
  ["0xAb0f", [0xab, 0x0f]],
])("%s is read as bytes", (text, bytes) => {
  expect([...fromHex(text, { field: "data" })]).toEqual(bytes);
});

test.each(["", "00", "0X00", "0x0", "0xzz", " 0x00", "0x00\n"])(
  "%j is refused, and the field is named",
  (text) => {
    expect(() => fromHex(text, { field: "transaction.data" })).toThrow(BytesError);
    expect(() => fromHex(text, { field: "transaction.data" })).toThrow(/^transaction\.data: /);
  },
);

test("another length than the one needed is refused with both", () => {
  expect(() => fromHex("0x0000", { field: "to", length: 20 })).toThrow("to: 2 bytes, not 20.");
});

test("writing undoes reading", () => {
  expect(toHex(fromHex("0x00ff10", { field: "data" }))).toBe("0x00ff10");
});

test("a huge wrong text is not repeated whole", () => {
  const message = () => fromHex("z".repeat(100_000), { field: "data" });
  expect(message).toThrow(expect.objectContaining({ message: expect.stringMatching(/^.{0,200}$/) }));
});
