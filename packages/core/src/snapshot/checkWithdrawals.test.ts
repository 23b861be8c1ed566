import { describe, expect, test } from "vitest";
import { queueExitOf, stakedExitOf, ticketOf, waitingFor } from "../testing/withdrawals.ts";
import { CALM, contextOf, eth } from "../testing/world.ts";
import type { TicketReading } from "../ticket/ticketReading.ts";
import type { AssetId, Bps, VenueId } from "../units/brands.ts";
import { baseUnits, blockNumber, rawAmount, wad } from "../units/quantities.ts";
import { checkWithdrawals } from "./checkWithdrawals.ts";
import { InvariantError } from "./invariantError.ts";
import type { Snapshot } from "./types.ts";

const { snapshot } = waitingFor(contextOf(CALM), []);
const ten = rawAmount(eth("10"));
const paying = (asset: string, payout: bigint) => [
  { asset: asset as AssetId, promised: ten, payout: rawAmount(payout) },
];
const stETH = (payout: bigint) => ticketOf({ pays: paying("stETH", payout) });

function refusal(changes: Partial<Snapshot>): string {
  try {
    checkWithdrawals({ ...snapshot, ...changes });
  } catch (error) {
    if (error instanceof InvariantError) return error.message;
    throw error;
  }
  return "";
}

describe("checkWithdrawals", () => {
  test.each<[string, Partial<TicketReading>]>([
    ["paying what was promised", {}],
    ["paying less after a slash", { pays: paying("ETH", ten - 1n) }],
    ["claimable in this very block", { claimableFrom: blockNumber(1_000n) }],
    ["waiting though its block has come", { state: "waiting", claimableFrom: blockNumber(900n) }],
  ])("takes a ticket %s", (_, changes) => {
    expect(refusal({ tickets: [ticketOf(changes)] })).toBe("");
  });

  test("takes a growing asset that pays more than was promised", () => {
    expect(refusal({ tickets: [stETH(ten + 5n)] })).toBe("");
  });

  test.each<[string, Partial<TicketReading>, string]>([
    ["of another venue", { venue: "lido" as VenueId }, "name the venue"],
    ["claimable before its block", { claimableFrom: blockNumber(1_001n) }, "claimable from block 1001"],
    ["worth a wei more than it pays", { value: baseUnits(ten + 1n) }, "are worth"],
    ["paying a wei more than promised", { pays: paying("ETH", ten + 1n) }, "only an asset that grows"],
    [
      "paying one asset twice",
      { pays: [...paying("ETH", ten), ...paying("ETH", ten)] },
      "one payment an asset",
    ],
    ["paying in an asset without a rate", { pays: paying("rETH", ten) }, "no rate of rETH"],
    ["stopped for reasons in disorder", { stoppedBy: ["paused", "blacklisted"] }, "reasons sorted"],
  ])("refuses a ticket %s", (_, changes, said) => {
    expect(refusal({ tickets: [ticketOf(changes)] })).toContain(said);
  });

  test("a rate that is missing explains a value that cannot be worked out", () => {
    const missing = [{ subject: "rate:rETH", code: "rpc", retry: true, detail: "" }] as const;
    expect(refusal({ tickets: [ticketOf({ pays: paying("rETH", ten) })], missing })).toBe("");
  });

  test("a ticket is not both read and missing", () => {
    const missing = [{ subject: "ticket:etherfi:17", code: "rpc", retry: true, detail: "" }] as const;
    expect(refusal({ tickets: [ticketOf()], missing })).toContain("both read and missing");
  });

  test("takes ways out with and without limits", () => {
    expect(refusal({ exits: [queueExitOf(), stakedExitOf(5n)] })).toBe("");
    expect(refusal({ exits: [queueExitOf({ fee: 10_000n as Bps, smallest: ten, largest: ten })] })).toBe("");
  });

  test.each<[string, Parameters<typeof queueExitOf>[0], string]>([
    ["of another venue", { venue: "lido" as VenueId }, "names another venue"],
    ["without a rate", { rate: wad(0n) }, "a rate is above 0"],
    ["with a fee above all of it", { fee: 10_001n as Bps }, "0 to 10000"],
    [
      "whose largest is below its smallest",
      { smallest: ten, largest: rawAmount(ten - 1n) },
      "at least the smallest",
    ],
    ["stopped twice for one reason", { stoppedBy: ["paused", "paused"] }, "each once"],
  ])("refuses a way out %s", (_, changes, said) => {
    expect(refusal({ exits: [queueExitOf(changes)] })).toContain(said);
  });

  test("a figure is never negative, and may be 0", () => {
    const figure = (value: bigint) => ({
      venue: "lido" as VenueId,
      figure: "tvl",
      value,
      source: { kind: "header", field: "test" } as const,
    });
    expect(refusal({ figures: [figure(0n)] })).toBe("");
    expect(refusal({ figures: [figure(-1n)] })).toContain("figure:lido:tvl");
  });
});
