import { describe, expect, test } from "vitest";
import { showProgress } from "./progress.ts";

/** Ten steps of 150 ms each on a screen. */
function shown(isTTY?: boolean): string[] {
  const written: string[] = [];
  const screen = { ...(isTTY === undefined ? {} : { isTTY }), write: (text: string) => written.push(text) };
  let time = 1_000;
  const progress = showProgress(screen, { total: 10, now: () => time });
  for (let done = 1; done <= 10; done += 1) {
    time += 150;
    progress.onStep(done);
  }
  progress.end();
  return written;
}

describe("progress", () => {
  test("is redrawn on one line of a terminal, not at every step, and wiped at the end", () => {
    const written = shown(true);
    expect(written[0]).toBe("\r2 of 10 steps, 7 a second");
    expect(written).toHaveLength(6);
    expect(written.at(-1)).toBe("\r\u001b[2K");
  });

  test("is not written where nobody looks", () => {
    expect(shown(false)).toEqual([]);
    expect(shown()).toEqual([]);
  });
});
