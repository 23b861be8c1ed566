import { describe, expect, test } from "vitest";
import { OPERATOR_A, restakedAt, restakingWith, ticketOf, withTickets } from "../../testing/restaking.ts";
import { eth, SAFE } from "../../testing/world.ts";
import type { AssetId } from "../../units/brands.ts";
import { assetStake } from "./assetStake.ts";

/** 500 of wstETH, 400 of weETH, and 250 of stETH restaked. */
const { snapshot } = restakingWith([{ operator: OPERATOR_A, value: "250" }]);
const stETH = "stETH" as AssetId;

describe("assetStake", () => {
  test("is what grows by the asset's rate and what is paid out in it", () => {
    const stake = assetStake(snapshot, stETH);
    expect(stake).toMatchObject({ account: SAFE, value: eth("750"), isPartial: false });
    expect(stake.held.map(({ position }) => position)).toEqual([restakedAt(OPERATOR_A), "lido:wstETH"]);
  });

  test("and what waits and will pay in it", () => {
    const waiting = withTickets(restakingWith([]), [ticketOf()]);
    expect(assetStake(waiting.snapshot, "weETH" as AssetId).value).toBe(eth("400"));
    const { snapshot: both } = withTickets(restakingWith([{ operator: OPERATOR_A, value: "250" }]), [
      ticketOf(),
    ]);
    expect(assetStake(both, stETH).value).toBe(eth("790"));
  });

  test("is partial while a way out that may pay in it was not read", () => {
    const missing = (position: string) => [
      { subject: `exit:${position}:queue`, code: "rpc", retry: true, detail: "" } as const,
    ];
    const blind = { ...snapshot, exits: [], missing: missing(restakedAt(OPERATOR_A)) };
    expect(assetStake(blind, stETH)).toMatchObject({ value: eth("500"), isPartial: true });
    const counted = { ...snapshot, missing: missing("lido:wstETH") };
    expect(assetStake(counted, stETH)).toMatchObject({ value: eth("750"), isPartial: false });
  });
});
