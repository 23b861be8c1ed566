import { describe, expect, test } from "vitest";
import type { RuleContext } from "../policy/rule.ts";
import {
  changed,
  lidoOf,
  queuedOf,
  queueExitOf,
  restaked,
  STAKED,
  ticketOf,
  waitingFor,
} from "../testing/withdrawals.ts";
import { CALM, contextOf, eth } from "../testing/world.ts";
import type { Bps, Seconds } from "../units/brands.ts";
import { blockNumber, rawAmount } from "../units/quantities.ts";
import { liquidWithin } from "./liquidWithin.ts";

const HOUR = 3_600n as Seconds;
const TWO_WEEKS = 1_209_600n as Seconds;
const calm = contextOf(CALM);
/** What is not the base asset still has to be sold: 0.5 % off. */
const lessCeiling = (value: bigint) => (value * 9_950n) / 10_000n;

function protocol(context: RuleContext, within: Seconds = HOUR): bigint {
  return liquidWithin(context, within).protocol;
}

describe("liquidWithin counts exits of protocols", () => {
  const staked = restaked(calm, { value: "200" });

  test("a queue with a known delay from that time on, and not a second earlier", () => {
    expect(protocol(staked, (TWO_WEEKS - 1n) as Seconds)).toBe(0n);
    expect(protocol(staked, TWO_WEEKS)).toBe(lessCeiling(eth("200")));
  });

  test("not a queue that promises no time, however long one waits", () => {
    const context = changed(calm, { curves: [], exits: [queueExitOf()] });
    expect(protocol(context, (TWO_WEEKS * 100n) as Seconds)).toBe(0n);
  });

  test("not a queue that is stopped", () => {
    expect(protocol(restaked(calm, { value: "200", exit: { stoppedBy: ["paused"] } }), TWO_WEEKS)).toBe(0n);
  });

  const instant = (capacity: bigint | null, fee: bigint) =>
    queueExitOf({
      way: "instant",
      delay: 0n as Seconds,
      fee: fee as Bps,
      capacity: capacity === null ? null : rawAmount(capacity),
      terms: { kind: "etherfi-redeem" },
    });

  test("an instant redemption at once, up to its capacity and after its fee", () => {
    const open = changed(calm, { curves: [], exits: [instant(eth("100"), 30n)] });
    // 100 weETH at 1.05, less 0.3 %.
    expect(protocol(open)).toBe((eth("105") * 9_970n) / 10_000n);
  });

  test("beside a market only what the market does not take, never more than is held", () => {
    const beside = changed(calm, { exits: [instant(null, 0n)] });
    const { market } = liquidWithin(beside, HOUR);
    expect(market).toBe(liquidWithin(calm, HOUR).market);
    expect(market + protocol(beside) <= eth("1000")).toBe(true);
    expect(protocol(beside) > 0n).toBe(true);
  });

  test("what could not be read makes it a lower bound; what has no market is known to have none", () => {
    const missing = [{ subject: `exit:${STAKED}:queue`, code: "rpc", retry: true, detail: "" }] as const;
    expect(liquidWithin(staked, HOUR).isPartial).toBe(false);
    expect(liquidWithin(changed(staked, { exits: [], missing }), HOUR).isPartial).toBe(true);
    expect(liquidWithin(changed(staked, { exits: [] }), HOUR).isPartial).toBe(true);
  });
});

describe("liquidWithin counts tickets", () => {
  test.each([
    ["claimable", ticketOf(), HOUR, eth("10")],
    ["claimable and stopped", ticketOf({ stoppedBy: ["claims-paused"] }), HOUR, 0n],
    ["waiting without a promise", ticketOf({ state: "waiting" }), TWO_WEEKS, 0n],
    [
      "300 blocks before it may be claimed",
      ticketOf({ state: "waiting", claimableFrom: blockNumber(1_300n) }),
      HOUR,
      eth("10"),
    ],
    ["301 blocks before", ticketOf({ state: "waiting", claimableFrom: blockNumber(1_301n) }), HOUR, 0n],
    ["claimable for stETH", queuedOf("a", "35.2"), HOUR, lessCeiling(eth("35.2"))],
  ] as const)("%s", (_, ticket, within, value) => {
    expect(protocol(waitingFor(calm, [ticket]), within)).toBe(value);
  });

  test("several add up", () => {
    expect(protocol(waitingFor(calm, [ticketOf(), lidoOf(9n, "3")]))).toBe(eth("13"));
  });
});
