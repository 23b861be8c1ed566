import { keccak256, toBytes } from "viem";
import { describe, expect, it } from "vitest";
import { CanonicalError } from "./canonicalError.ts";
import { contentId } from "./contentId.ts";

describe("contentId", () => {
  it("hashes the kind, a line break and the canonical bytes with Ethereum's keccak256", () => {
    const preimage = toBytes('ballast/v1/engine\n{"schema":"ballast/engine/1","version":"Zürich"}');
    expect(contentId("engine", { version: "Zürich", schema: "ballast/engine/1" })).toBe(keccak256(preimage));
  });

  it("separates kinds with the same content", () => {
    expect(contentId("plan", null)).not.toBe(contentId("policy", null));
  });

  it.each(["", "Plan", "plan\n", "plan/1", "pläne"])("refuses the kind %j", (kind) => {
    expect(() => contentId(kind, null)).toThrow(CanonicalError);
  });
});
