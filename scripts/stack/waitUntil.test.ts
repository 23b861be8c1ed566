import { describe, expect, it } from "vitest";
import { waitUntil } from "./waitUntil.ts";

describe("waitUntil", () => {
  it("asks again until there is an answer", async () => {
    let asked = 0;
    expect(await waitUntil(() => ++asked === 3 && asked, { forMs: 10_000, everyMs: 1 })).toBe(3);
  });

  it("gives up when the time is over or the signal aborts", async () => {
    expect(await waitUntil(() => undefined, { forMs: 0 })).toBeUndefined();
    const signal = AbortSignal.abort();
    expect(await waitUntil(() => false, { forMs: 600_000, everyMs: 1, signal })).toBeUndefined();
  });
});
