import { expect, test } from "vitest";
import { CheckFailedError } from "../errors/CheckFailedError.ts";
import { demand } from "./demand.ts";
import { demandEqual } from "./demandEqual.ts";

test("what holds goes on, what does not stops with its reason", () => {
  expect(() => demand(true, "no")).not.toThrow();
  expect(() => demand(false, "no")).toThrow(CheckFailedError);
  expect(() => demand(false, "the nonce is used up")).toThrow("the nonce is used up");
});

test("a value that differs is told with the one that it must be, and why", () => {
  expect(() => demandEqual("fee", { is: 1n, must: 1n })).not.toThrow();
  expect(() => demandEqual("fee", { is: 1n, must: 2n })).toThrow("fee is 1, not 2");
  expect(() => demandEqual("to", { is: "a", must: "b", because: "the Safe" })).toThrow(
    "to is a, not b (the Safe)",
  );
});
