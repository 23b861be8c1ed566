import { expect, test } from "vitest";
import { keyProblem } from "./keyProblem.ts";

test.each(["a", "A b", "~", " ", "a$", "10", '"', "\\"])("the key %j is allowed", (key) => {
  expect(keyProblem(key)).toBeUndefined();
});

test.each([
  ["", "empty"],
  ["$a", "starts with $"],
  ["é", "printable ASCII"],
  ["\u007f", "printable ASCII"],
  ["a\u0000", "printable ASCII"],
])("the key %j is refused: %s", (key, problem) => {
  expect(keyProblem(key)).toContain(problem);
});
