import type { Policy, Snapshot } from "@ballast/core";
import { describe, expect, test } from "vitest";
import { allocationOf } from "./allocationOf.ts";

const ETHER = 10n ** 18n;

const holding = (position: string, ether: bigint) => ({ position, value: ether * ETHER });

function view(input: {
  held: [string, bigint][];
  bands?: [string, bigint, bigint, bigint][];
  missing?: string[];
  tickets?: bigint[];
}) {
  const snapshot = {
    positions: input.held.map(([position, ether]) => holding(position, ether)),
    tickets: (input.tickets ?? []).map((ether) => ({ value: ether * ETHER })),
    missing: (input.missing ?? []).map((subject) => ({ subject })),
  } as unknown as Snapshot;
  const universe = (input.bands ?? []).map(([position, min, target, max]) => ({
    position,
    min,
    target,
    max,
  }));
  const policy = input.bands === undefined ? null : ({ version: 3n, universe } as unknown as Policy);
  return allocationOf({ snapshot, policy });
}

describe("allocation against policy", () => {
  test("shares, drift and order come from the values", () => {
    const { rows, total } = view({
      held: [
        ["idle:WETH", 100n],
        ["lido:wstETH", 300n],
      ],
      bands: [
        ["idle:WETH", 1000n, 2000n, 3000n],
        ["lido:wstETH", 5000n, 8000n, 9000n],
      ],
    });
    expect(rows.map(({ name, share, drift }) => [name, share, drift])).toEqual([
      ["wstETH", "75.00\u00a0%", "\u221220.00"],
      ["Idle WETH", "25.00\u00a0%", "+20.00"],
    ]);
    expect(total).toBe("400.00");
  });

  test.each([
    ["exactly at its maximum it is inside", 30n, ""],
    ["a wei above it is outside", 31n, "above its maximum"],
    ["exactly at its minimum it is inside", 10n, ""],
    ["below it is outside", 9n, "below its minimum"],
  ])("%s", (_name, part, outside) => {
    const { rows } = view({
      held: [
        ["lido:wstETH", part],
        ["idle:WETH", 100n - part],
      ],
      bands: [["lido:wstETH", 1000n, 2000n, 3000n]],
    });
    expect(rows.find(({ name }) => name === "wstETH")?.outside).toBe(outside);
  });

  test("one position that could not be read makes every share and the total unknown", () => {
    const { rows, total } = view({ held: [["idle:WETH", 100n]], missing: ["rate:wstETH"] });
    expect(total).toBeNull();
    expect(rows[0]?.share).toBeNull();
  });

  test("what is under way is a row of its own and a part of the whole", () => {
    const { rows, total } = view({ held: [["idle:WETH", 60n]], tickets: [30n, 10n] });
    expect(total).toBe("100.00");
    expect(rows.map(({ name, venue, share }) => [name, venue, share])).toEqual([
      ["Idle WETH", "Idle", "60.00\u00a0%"],
      ["Under way", "2 withdrawals", "40.00\u00a0%"],
    ]);
  });

  test("a withdrawal that could not be read makes the total unknown", () => {
    expect(view({ held: [["idle:WETH", 1n]], missing: ["ticket:lido:1"] }).total).toBeNull();
  });

  test("a missing feed makes no share unknown", () => {
    expect(view({ held: [["idle:WETH", 1n]], missing: ["feed:ETH/USD"] }).total).toBe("1.00");
  });

  test("what is held and not listed has no band", () => {
    const { rows } = view({ held: [["kelp:rsETH", 1n]], bands: [] });
    expect(rows[0]).toMatchObject({ name: "rsETH", band: null, target: "", drift: "" });
  });

  test.each([
    ["up to 60 % it ends at the next ten", [5000n, 5000n], 5000],
    ["above 60 % it ends at the next twenty", [6100n, 100n], 8000],
    ["it never ends beyond the whole", [10_000n, 0n], 10_000],
  ])("the scale: %s", (_name, [first = 0n, second = 0n], scale) => {
    const bands: [string, bigint, bigint, bigint][] = [
      ["a:x", 0n, 0n, first],
      ["b:y", 0n, 0n, second],
    ];
    expect(
      view({
        held: [
          ["a:x", 1n],
          ["b:y", 1n],
        ],
        bands,
      }).scale,
    ).toBe(scale);
  });
});
