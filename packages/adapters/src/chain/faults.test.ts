import { sourceId } from "@ballast/core";
import { describe, expect, it } from "vitest";
import {
  SourceBadJson,
  SourceDown,
  SourceErrorObject,
  SourceFault,
  SourceHttpStatus,
  SourceTimeout,
  SourceWrongReply,
} from "./faults.ts";

const id = sourceId("rpc-2");
const errorOf = (code: number) => new SourceErrorObject(id, { method: "eth_call", code, text: "why" });

const FAULTS: readonly SourceFault[] = [
  new SourceDown(id, "ECONNREFUSED"),
  new SourceTimeout(id, 5000),
  new SourceHttpStatus(id, 429),
  new SourceBadJson(id, "it does not parse"),
  new SourceWrongReply(id, "eth_call got 0 replies with its id instead of one"),
  errorOf(-32000),
];

describe("faults of a source", () => {
  it.each(FAULTS.map((fault) => [fault.constructor.name, fault] as const))(
    "%s names itself and its source, and tells what to do",
    (name, fault) => {
      expect(fault).toBeInstanceOf(SourceFault);
      expect(fault.name).toBe(name);
      expect(fault.source).toBe("rpc-2");
      expect(fault.message).toMatch(/^Source rpc-2: .*\.$/);
    },
  );

  it.each([
    [400, false],
    [401, false],
    [403, false],
    [404, false],
    [408, true],
    [429, true],
    [500, true],
    [502, true],
    [503, true],
  ])("HTTP status %i may pass by itself: %s", (status, retry) => {
    const fault = new SourceHttpStatus(id, status);
    expect([fault.retry, fault.status]).toEqual([retry, status]);
  });

  it.each([
    ["an internal error", -32603, true],
    ["a limit", -32005, true],
    ["the server's own error", -32000, true],
    ["a resource that is not there", -32001, true],
    ["a method that is not supported", -32004, false],
    ["an unknown method", -32601, false],
    ["wrong parameters", -32602, false],
    ["no valid request", -32600, false],
    ["a revert", 3, false],
  ])("%s may pass by itself or not", (_name, code, retry) => {
    expect(errorOf(code).retry).toBe(retry);
  });

  it("keeps the facts of an error object as fields", () => {
    expect(errorOf(-32000)).toMatchObject({ method: "eth_call", code: -32000, text: "why" });
  });

  it.each([401, 403])("status %i points at the key", (status) => {
    expect(new SourceHttpStatus(id, status).message).toContain("key");
  });
});
