import { sourceId } from "@ballast/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchReplies } from "./matchReplies.ts";
import type { RpcCall } from "./rpc.ts";

const CALLS: readonly RpcCall[] = ["a", "b", "c"].map((method) => ({ method, params: [] }));
const asked = (calls = CALLS) => ({ source: sourceId("rpc-1"), url: "http://host.test/key-12345678", calls });
const entry = (id: unknown, result: unknown = "0x1") => ({ jsonrpc: "2.0", id, result });
const kinds = (body: unknown) =>
  matchReplies(body, asked()).map((reply) => (reply.ok ? reply.result : reply.fault.name));

describe("matchReplies", () => {
  it("finds each call's reply in any order", () => {
    const permutation = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 });
    fc.assert(
      fc.property(permutation, (order) => {
        const calls = order.map((_, index) => ({ method: `m${index}`, params: [] }));
        const replies = matchReplies(
          order.map((id) => entry(id, `r${id}`)),
          asked(calls),
        );
        expect(replies).toEqual(calls.map((_, index) => ({ ok: true, result: `r${index}` })));
      }),
    );
  });

  it.each<[string, unknown, readonly string[]]>([
    ["an entry is missing", [entry(0), entry(2)], ["0x1", "SourceWrongReply", "0x1"]],
    ["an entry comes twice", [entry(0), entry(1), entry(1), entry(2)], ["0x1", "SourceWrongReply", "0x1"]],
    ["entries are no objects", [entry(0), null, 7, "x", entry(1), entry(2)], ["0x1", "0x1", "0x1"]],
    [
      "an entry has an error without a code",
      [entry(0), { id: 1, error: "x" }, entry(2)],
      ["0x1", "SourceWrongReply", "0x1"],
    ],
    [
      "the answer is no array",
      { id: 0, result: "0x1" },
      ["SourceWrongReply", "SourceWrongReply", "SourceWrongReply"],
    ],
    ["the answer is nothing", null, ["SourceWrongReply", "SourceWrongReply", "SourceWrongReply"]],
    [
      "one error stands for all",
      { error: { code: -32600, message: "batches are not allowed" } },
      ["SourceErrorObject", "SourceErrorObject", "SourceErrorObject"],
    ],
  ])("says which calls are unanswered when %s", (_name, body, expected) => {
    expect(kinds(body)).toEqual(expected);
  });

  it("takes an error over a result where a reply has both", () => {
    const both = [{ ...entry(0), error: { code: -32000, message: "no" } }, entry(1), entry(2)];
    expect(kinds(both)[0]).toBe("SourceErrorObject");
  });

  it("cuts and cleans what a provider says", () => {
    const [reply] = matchReplies(
      [{ id: 0, error: { code: -32000, message: `bad key-12345678\n${"x".repeat(400)}` } }],
      asked(CALLS.slice(0, 1)),
    );
    const message = reply?.ok === false ? reply.fault.message : "";
    expect(message).not.toContain("key-12345678");
    expect(message.length).toBeLessThan(300);
  });

  it("never throws, whatever the answer", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        expect(matchReplies(body, asked())).toHaveLength(CALLS.length);
      }),
    );
  });
});
