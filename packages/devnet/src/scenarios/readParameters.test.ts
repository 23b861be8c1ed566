import { expect, test } from "vitest";
import { OptionError } from "../errors.ts";
import { readParameters } from "./readParameters.ts";

const known = { size: { min: 1n, max: 10n, fallback: 4n } } as const;
const named = { operator: { words: ["A", "B"] } } as const;

test.each([
  { given: {}, size: 4n },
  { given: { size: 1 }, size: 1n },
  { given: { size: "10" }, size: 10n },
  { given: { size: undefined }, size: 4n },
])("$given is $size", ({ given, size }) => {
  expect(readParameters(given, known)).toEqual({ size });
});

test.each([
  { size: 0 },
  { size: 11 },
  { size: "1.5" },
  { size: "" },
  { size: "0x5" },
  { size: null },
  { size: 1e21 },
  { size: true },
  { Size: 3 },
])("%o is refused", (given) => {
  expect(() => readParameters(given, known)).toThrow(OptionError);
});

test.each([
  { given: {}, operator: "A" },
  { given: { operator: "B" }, operator: "B" },
])("a word of $given is $operator", ({ given, operator }) => {
  expect(readParameters(given, named)).toEqual({ operator });
});

test.each([{ operator: "C" }, { operator: "a" }, { operator: 1 }, { operator: "" }, { size: 3 }])(
  "%o is no word",
  (given) => {
    expect(() => readParameters(given, named)).toThrow(OptionError);
  },
);
