import { expect, test } from "vitest";
import { bundleText } from "../../test/validBundle.ts";
import { checkBundle } from "./checkBundle.ts";

test("x", async () => {
  const v = checkBundle(await bundleText());
  console.log(v);
  expect(v.verdict).toBe("ok");
});
