import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { startingAt } from "./startingAt.ts";

const through = async (chunks: readonly string[]) => {
  const source = Readable.from(chunks.map((chunk) => Buffer.from(chunk)));
  return (await buffer(startingAt("key:")(source))).toString("utf8");
};

test.each([
  { chunks: ["abckey:def"], out: "key:def" },
  { chunks: ["key:"], out: "key:" },
  { chunks: ["ab", "ck", "ey", ":d", "ef"], out: "key:def" },
  { chunks: ["abc", "key:", "key:2"], out: "key:key:2" },
  { chunks: ["kekey", ":x"], out: "key:x" },
  { chunks: ["abc", "def"], out: "" },
  { chunks: [], out: "" },
])("$chunks gives '$out'", async ({ chunks, out }) => {
  expect(await through(chunks)).toBe(out);
});

test("wherever the chunks are cut", async () => {
  const whole = "some text and then key:the rest key: of it";
  for (let at = 1; at < whole.length; at += 1)
    expect(await through([whole.slice(0, at), whole.slice(at)])).toBe("key:the rest key: of it");
});
