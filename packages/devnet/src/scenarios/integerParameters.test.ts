import { expect, test } from "vitest";
import { OptionError } from "../errors.ts";
import { integerParameters } from "./integerParameters.ts";

const known = { size: { min: 1n, max: 10n, fallback: 4n } } as const;

test.each([
  { given: {}, size: 4n },
  { given: { size: 1 }, size: 1n },
  { given: { size: "10" }, size: 10n },
  { given: { size: undefined }, size: 4n },
])("$given is $size", ({ given, size }) => {
  expect(integerParameters(given, known)).toEqual({ size });
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
  expect(() => integerParameters(given, known)).toThrow(OptionError);
});
