import { expect, test } from "vitest";
import { createSerial } from "./serial.ts";

test("work runs one after another, and a failure stays with its own", async () => {
  const serial = createSerial();
  const trace: string[] = [];
  const work = (name: string, fails = false) =>
    serial(async () => {
      trace.push(`${name} begins`);
      await Promise.resolve();
      trace.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    });
  const results = await Promise.allSettled([work("a"), work("b", true), work("c")]);
  expect(
    results.map((result) => (result.status === "fulfilled" ? result.value : String(result.reason))),
  ).toEqual(["a", "Error: b", "c"]);
  expect(trace).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
});
