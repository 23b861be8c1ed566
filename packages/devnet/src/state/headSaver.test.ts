import { expect, test } from "vitest";
import { createHeadSaver } from "./headSaver.ts";

function saver({ saveTakesMs }: { saveTakesMs: number }) {
  const clock = { now: 0, saves: 0 };
  const save = async () => {
    clock.saves += 1;
    clock.now += saveTakesMs;
  };
  return { clock, ...createHeadSaver({ save, minSeconds: 4, now: () => clock.now }) };
}

test("a quick save is repeated every few seconds", async () => {
  const { clock, saveIfDue } = saver({ saveTakesMs: 50 });
  for (let second = 0; second <= 40; second += 1) {
    clock.now = second * 1_000;
    await saveIfDue();
  }
  expect(clock.saves).toBe(11);
});

test("a slow save is given twenty times its length to rest", async () => {
  const { clock, saveIfDue } = saver({ saveTakesMs: 1_000 });
  await saveIfDue();
  clock.now = 19_999;
  await saveIfDue();
  expect(clock.saves).toBe(1);
  clock.now = 20_000;
  await saveIfDue();
  expect(clock.saves).toBe(2);
});

test("saving now does not ask whether it is due", async () => {
  const { clock, saveIfDue, saveNow } = saver({ saveTakesMs: 1 });
  await saveNow();
  await saveNow();
  await saveIfDue();
  expect(clock.saves).toBe(2);
});

test("a save that fails is due again at once", async () => {
  let fails = true;
  let saves = 0;
  const save = async () => {
    saves += 1;
    if (fails) throw new Error("disk full");
  };
  const { saveIfDue } = createHeadSaver({ save, minSeconds: 4, now: () => 0 });
  await expect(saveIfDue()).rejects.toThrow("disk full");
  fails = false;
  await saveIfDue();
  expect(saves).toBe(2);
});
