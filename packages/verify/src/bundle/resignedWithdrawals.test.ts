import fc from "fast-check";
import { expect, test } from "vitest";
import { failedChecks } from "../../test/failedChecks.ts";
import type { Parts } from "../../test/validBundle.ts";
import { replan, undelegation, withdrawalText } from "../../test/withdrawalBundle.ts";

/** Whoever holds the proposer's key signs what they like; the checks below hold nevertheless. */

type Path = readonly (string | number)[];

function leaves(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, item]) =>
    leaves(item, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** Changes one value a little: a number by a hundred, which no rounding comes to, a text by its last character. */
function nudge(root: object, path: Path): void {
  const last = path.at(-1);
  const holder = path.slice(0, -1).reduce<object>((value, key) => Reflect.get(value, key), root);
  const value: unknown = Reflect.get(holder, last ?? "");
  const nudged =
    typeof value === "bigint"
      ? value + 100n
      : `${String(value).slice(0, -1)}${String(value).endsWith("0") ? "1" : "0"}`;
  Reflect.set(holder, last ?? "", nudged);
}

/** What a request is expected to bring, when, and why it is no larger: told to the signers, and not to be had from the bytes. */
const TOLD = ["expected", "delay", "limitedBy"];

const PLACES = ["claims", "requests"] as const;

test.each(PLACES)("every single value of the plan's %s counts, though signed anew", async (place) => {
  let paths: Path[] = [];
  await withdrawalText(({ plan }) => {
    paths = leaves(plan[place]).filter((path) => place === "claims" || !TOLD.includes(String(path[1])));
  });
  expect(paths.length).toBeGreaterThan(15);
  for (const path of paths) {
    const text = await withdrawalText(({ plan }) => nudge(plan[place], path));
    expect(failedChecks(text), path.join(".")).not.toEqual([]);
  }
});

test("so does every value of what is left of an operator", async () => {
  const leave = (parts: Parts) =>
    replan(parts, { requests: [undelegation(), ...parts.plan.requests.slice(1)] });
  for (const path of leaves(undelegation()).filter(([key]) => !TOLD.includes(String(key)))) {
    const text = await withdrawalText((parts) => {
      leave(parts);
      nudge(parts.plan.requests[0] ?? {}, path);
    });
    expect(failedChecks(text), path.join(".")).not.toEqual([]);
  }
});

test("so does the address of every contract that the plan uses, in the list or in the bytes", async () => {
  const used = [
    "delegationManager",
    "stETHStrategy",
    "withdrawAdapter",
    "withdrawRequestNFT",
    "withdrawalQueue",
  ];
  for (const name of used) {
    const text = await withdrawalText(({ contracts }) => {
      const at = contracts.venues.findIndex(({ id }) => id.endsWith(`.${name}`));
      nudge(contracts.venues, [at, "address"]);
    });
    expect(failedChecks(text), name).toContain("explained");
  }
});

test("so does every byte of every call", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }), async (which, at, by) => {
      const text = await withdrawalText(({ calls }) => {
        const call = calls[which % calls.length];
        if (call === undefined) return;
        const from = 2 + 2 * (at % ((call.data.length - 2) / 2));
        const byte = (Number.parseInt(call.data.slice(from, from + 2), 16) ^ by)
          .toString(16)
          .padStart(2, "0");
        call.data = `0x${call.data.slice(2, from)}${byte}${call.data.slice(from + 2)}`;
      });
      expect(failedChecks(text)).not.toEqual([]);
    }),
    { numRuns: 60 },
  );
});
