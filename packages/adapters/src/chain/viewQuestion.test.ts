import { encodeAbiParameters, type Hex, parseAbi, parseAbiParameters } from "viem";
import { describe, expect, it } from "vitest";
import { contractView } from "../testing/contractView.ts";
import type { ViewAnswer } from "../testing/fakeChain.ts";
import { deadSource } from "../testing/fakeNode.ts";
import { BLOCK, readerOf } from "../testing/fakeReader.ts";
import { words } from "../testing/word.ts";
import { askView } from "./askView.ts";
import { createPinnedReader } from "./createPinnedReader.ts";
import { mapAnswer } from "./mapAnswer.ts";
import { viewQuestion } from "./viewQuestion.ts";

const ABI = parseAbi([
  "struct Held { address token; uint256 amount; }",
  "function held(address who) view returns (Held[] list, uint32 count)",
  "function isOn() view returns (bool)",
  "function title() view returns (string)",
]);
const to = `0x${"a1".repeat(20)}` as const;
const who = `0x${"5a".repeat(20)}` as const;
const token = "0xF858433F5FBf5D93Da6d18D7dC506751023D4F0A";

const HELD = viewQuestion({ abi: ABI, to, functionName: "held", args: [who], subject: "position:x:y" });
const IS_ON = viewQuestion({ abi: ABI, to, functionName: "isOn", args: [], subject: "venue:x", gas: 9n });
const answering = (signature: string, answer: ViewAnswer) =>
  readerOf(contractView([{ to, signature, answer }]));
const DATA = encodeAbiParameters(
  parseAbiParameters(["Held[], uint32", "struct Held { address token; uint256 amount; }"]),
  [[{ token, amount: 7n }], 1],
);

describe("a view question", () => {
  it("has its arguments in the call, and its gas where it is known", () => {
    expect(HELD.call).toMatchObject({ to, subject: "position:x:y" });
    expect(HELD.call.data.endsWith(who.slice(2).padStart(64, "0"))).toBe(true);
    expect(HELD.call.gas).toBeUndefined();
    expect(IS_ON.call.gas).toBe(9n);
  });

  it("is answered in the types of its ABI, addresses in lower case", async () => {
    const answer = await askView(answering("held(address)", DATA), HELD);
    expect(answer).toEqual({ ok: true, value: [[{ token: token.toLowerCase(), amount: 7n }], 1] });
  });

  it("keeps text as it is", async () => {
    const title = viewQuestion({ abi: ABI, to, functionName: "title", args: [], subject: "venue:x" });
    const data = encodeAbiParameters([{ type: "string" }], ["Safe Deposit"]);
    expect(await askView(answering("title()", data), title)).toEqual({ ok: true, value: "Safe Deposit" });
  });

  it.each<[string, ViewAnswer, string, Hex | null]>([
    ["a revert without a reason", { revert: "0x" }, "revert", "0x"],
    ["a revert with one", { revert: "0x12345678" }, "revert", "0x12345678"],
    ["nothing", "0x", "empty", null],
    ["31 bytes", `0x${"00".repeat(31)}`, "short-data", null],
    ["half an answer", DATA.slice(0, -64) as Hex, "short-data", null],
    ["an offset into nowhere", words(2n ** 200n, 1n), "short-data", null],
  ])("is missing for %s, never empty or 0", async (_name, bytes, code, reverted) => {
    const answer = await askView(answering("held(address)", bytes), HELD);
    expect(answer).toMatchObject({
      ok: false,
      missing: { subject: "position:x:y", code, retry: false },
      reverted,
    });
  });

  it("is missing for a boolean that is neither 0 nor 1", async () => {
    expect(await askView(answering("isOn()", words(2n)), IS_ON)).toMatchObject({ ok: false });
  });

  it("is missing, to be asked again, when the source is down", async () => {
    const reader = createPinnedReader({ source: deadSource(), block: BLOCK, multicall: to });
    expect(await askView(reader, HELD)).toMatchObject({
      missing: { code: "rpc", retry: true },
      reverted: null,
    });
  });
});

describe("mapAnswer", () => {
  it("turns a value, and leaves a fault what it is", async () => {
    const read = await askView(answering("held(address)", DATA), HELD);
    expect(mapAnswer(read, ([, count]) => BigInt(count))).toEqual({ ok: true, value: 1n });
    const lost = await askView(answering("held(address)", "0x"), HELD);
    expect(mapAnswer(lost, () => 1n)).toEqual(lost);
  });
});
