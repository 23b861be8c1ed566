import { describe, expect, it } from "vitest";
import type { Read } from "./read.ts";
import { wholeRead } from "./wholeRead.ts";

const lacking = (detail: string): Read<never> => ({
  ok: false,
  missing: { subject: "venue:lido", code: "rpc", retry: true, detail },
});

describe("wholeRead", () => {
  it("gives all parts by name", () => {
    const read = wholeRead({ a: { ok: true, value: 1n }, b: { ok: true, value: false } });
    expect(read).toEqual({ ok: true, value: { a: 1n, b: false } });
  });

  it("says of the first part that is lacking why", () => {
    const read = wholeRead({ a: { ok: true, value: 1n }, b: lacking("first"), c: lacking("second") });
    expect(read).toEqual(lacking("first"));
  });

  it("needs no parts", () => {
    expect(wholeRead({})).toEqual({ ok: true, value: {} });
  });
});
