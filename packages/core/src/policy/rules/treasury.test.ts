import { describe, expect, test } from "vitest";
import { OPERATOR_A, restakingWith, siblingOf, ticketOf, withTickets } from "../../testing/restaking.ts";
import { eth, SAFE } from "../../testing/world.ts";
import { operatorOf } from "../../units/operatorOf.ts";
import { isOursToCure, isTreasuryUnknown, stakeSources, stakesOf, treasuryWorth } from "./treasury.ts";

const OTHER = `0x${"ee".repeat(20)}`;
const LOWER = `0x${"11".repeat(20)}`;

const own = restakingWith([{ operator: OPERATOR_A, value: "40" }], { world: { stakes: [], idle: "60" } });
const beside = (address: string, value: string) =>
  siblingOf(address, { delegations: [{ operator: OPERATOR_A, value }], idle: "10" });
const at = (...siblings: readonly ReturnType<typeof beside>[]) => ({ ...own, siblings });
const withA = (context: typeof own) =>
  stakesOf(context, ({ position }) => operatorOf(position) === OPERATOR_A);

describe("what the treasury has together", () => {
  test("is what its accounts hold and what waits for them", () => {
    expect(treasuryWorth(at(beside(OTHER, "30")))).toBe(eth("140"));
    expect(treasuryWorth(withTickets(own, [ticketOf({ value: eth("5") })]))).toBe(eth("105"));
  });

  test("by account, this one first, with where it was read", () => {
    const stakes = withA(at(beside(LOWER, "30")));
    expect(stakes.map(({ account, value }) => [account, value])).toEqual([
      [SAFE, eth("40")],
      [LOWER, eth("30")],
    ]);
    expect(stakeSources(stakes)).toHaveLength(2);
  });
});

describe("who cures a breach", () => {
  test.each([
    { name: "alone it is ours", siblings: [], isOurs: true },
    { name: "the account with most", siblings: [beside(LOWER, "39.9")], isOurs: true },
    { name: "not where another has more", siblings: [beside(OTHER, "40.1")], isOurs: false },
    { name: "of equals the lowest address", siblings: [beside(OTHER, "40")], isOurs: true },
    { name: "of equals not the higher address", siblings: [beside(LOWER, "40")], isOurs: false },
  ])("$name", ({ siblings, isOurs }) => {
    expect(isOursToCure(withA(at(...siblings)))).toBe(isOurs);
  });
});

describe("a treasury of which something was not read", () => {
  const missing = [{ subject: "position:lido:wstETH", code: "rpc", retry: true, detail: "" }] as const;
  const bitcoin = "BTC" as typeof own.snapshot.baseAsset;
  test.each([
    { name: "everything was read", context: at(beside(OTHER, "30")), isUnknown: false },
    {
      name: "a position of this account was not",
      context: { ...own, snapshot: { ...own.snapshot, missing } },
      isUnknown: true,
    },
    { name: "one of a sibling was not", context: at({ ...beside(OTHER, "30"), missing }), isUnknown: true },
    { name: "a sibling's rate was not", context: at({ ...beside(OTHER, "30"), rates: [] }), isUnknown: true },
    {
      name: "a sibling counts in another asset",
      context: at({ ...beside(OTHER, "30"), baseAsset: bitcoin }),
      isUnknown: true,
    },
  ])("$name: $isUnknown", ({ context, isUnknown }) => {
    expect(isTreasuryUnknown(context)).toBe(isUnknown);
  });
});
