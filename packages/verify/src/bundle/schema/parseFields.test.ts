import { describe, expect, test } from "vitest";
import { z } from "zod";
import { FieldError } from "../../errors/FieldError.ts";
import { accountField, addressField, amountField, hashField, hexField, integerField } from "./fields.ts";
import { parseFields } from "./parseFields.ts";

const schema = z.strictObject({
  name: z.string(),
  amount: amountField,
  list: z.array(z.strictObject({ to: addressField })),
  mode: z.enum(["observe", "propose"]),
  on: z.boolean(),
});
const good = { name: "x", amount: 1n, list: [{ to: `0x${"ab".repeat(20)}` }], mode: "observe", on: true };
const read =
  (changes: object, path = "plan") =>
  () =>
    parseFields(schema, { document: { ...good, ...changes }, path });

test("a document that fits comes back as it is", () => {
  expect(read({})()).toEqual(good);
});

describe("one sentence says what is wrong:", () => {
  test.each<[string, object, string]>([
    ["a missing field", { name: undefined }, "plan.name: missing"],
    ["an unknown field", { nmae: "x" }, "plan: unknown field nmae"],
    ["a number in place of text", { name: 1n }, "plan.name: 1 must be text"],
    ["text in place of an integer", { amount: "1" }, 'plan.amount: "1" must be an integer'],
    ["an amount below zero", { amount: -1n }, "plan.amount: -1 must not be negative"],
    ["a record in place of a list", { list: {} }, "plan.list: a record must be a list"],
    ["a list in place of a record", { list: [[]] }, "plan.list[0]: a list must be a record"],
    [
      "a checksummed address",
      { list: [{ to: `0x${"AB".repeat(20)}` }] },
      `plan.list[0].to: "0x${"AB".repeat(20)}" must be 20 bytes as 0x and lower-case hex`,
    ],
    ["another word than those allowed", { mode: "auto" }, 'plan.mode: "auto" must be "observe" or "propose"'],
    ["a word in place of true or false", { on: "yes" }, 'plan.on: "yes" must be true or false'],
    ["null", { on: null }, "plan.on: null must be true or false"],
  ])("%s", (_, changes, sentence) => {
    expect(read(changes)).toThrow(FieldError);
    expect(read(changes)).toThrow(new FieldError([sentence]));
  });

  test("every wrong field is told, not only the first", () => {
    expect(read({ name: 1n, amount: "1" })).toThrow(
      expect.objectContaining({ problems: expect.objectContaining({ length: 2 }) }),
    );
  });

  test("the outermost record has no name of its own", () => {
    expect(read({ name: undefined }, "")).toThrow("name: missing");
    expect(read({ more: 1n }, "")).toThrow("the file: unknown field more");
    expect(() => parseFields(schema, { document: null, path: "" })).toThrow(
      "the file: null must be a record",
    );
  });

  test("a long wrong text is cut", () => {
    expect(read({ mode: "x".repeat(10_000) })).toThrow(
      expect.objectContaining({ message: expect.stringMatching(/^.{0,200}$/) }),
    );
  });
});

describe("the kinds of field", () => {
  const address = `0x${"0".repeat(40)}`;
  test.each<[string, z.ZodType, unknown, boolean]>([
    ["hex of no bytes", hexField, "0x", true],
    ["hex of two bytes", hexField, "0x00ff", true],
    ["half a byte", hexField, "0x0", false],
    ["upper case", hexField, "0xFF", false],
    ["no 0x", hexField, "00", false],
    ["a line end", hexField, "0x00\n", false],
    ["20 bytes", addressField, address, true],
    ["21 bytes", addressField, `${address}00`, false],
    ["32 bytes", hashField, `0x${"0".repeat(64)}`, true],
    ["31 bytes", hashField, `0x${"0".repeat(62)}`, false],
    ["a negative integer", integerField, -1n, true],
    ["a number of JavaScript", integerField, 1, false],
    ["an account", accountField, { rail: "safe", chainId: 1n, address }, true],
    ["an account on another rail", accountField, { rail: "bitcoin", chainId: 1n, address }, false],
    ["an account with more to it", accountField, { rail: "safe", chainId: 1n, address, name: "x" }, false],
  ])("%s", (_, field, value, fits) => {
    expect(field.safeParse(value).success).toBe(fits);
  });
});
