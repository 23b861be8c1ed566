import { describe, expect, test } from "vitest";
import type { Finding } from "../../policy/finding.ts";
import type { PositionId, RawAmount, UnixSeconds } from "../../units/brands.ts";
import type { SimulatedAccount } from "../account/account.ts";
import { emptyWatch, markIncident, watchStep } from "./watch.ts";

const POSITION = "lido:wstETH" as PositionId;
const finding = (changes: Partial<Finding> = {}): Finding => ({
  rule: "market-depeg",
  code: "below-rate",
  subject: { kind: "position", id: POSITION },
  level: "warning",
  measured: null,
  limit: null,
  evidence: [],
  effect: { kind: "none" },
  ...changes,
});

/** Steps an hour apart: what each found, and what is still held. */
function watched(steps: readonly { findings?: readonly Finding[]; held?: bigint; incident?: string }[]) {
  const watch = emptyWatch();
  for (const [hour, { findings = [], held = 5n, incident }] of steps.entries()) {
    const time = BigInt(hour) as UnixSeconds;
    const account: SimulatedAccount = {
      holdings: new Map([[POSITION, held as RawAmount]]),
      tickets: [],
      proposals: [],
      nonce: 0n,
      gasPaid: 0n,
    };
    if (incident !== undefined) {
      const name = incident === "over" ? null : incident;
      markIncident(watch, { fact: { kind: "incident", position: POSITION, name }, time });
    }
    watchStep(watch, { findings, account, time });
  }
  return watch;
}

describe("an alarm", () => {
  test("is when a guard begins to warn, not while it goes on, and again after a pause", () => {
    const on = { findings: [finding()] };
    expect(watched([on, on, {}, on]).alarms.map(({ time }) => time)).toEqual([0n, 3n]);
  });

  test.each([
    ["a notice", finding({ level: "notice" })],
    ["what is unknown", finding({ level: "unknown" })],
    ["a limit of the policy", finding({ rule: "position-band" })],
    ["a stale feed", finding({ rule: "stale-oracle" })],
  ])("is not raised by %s", (_, found) => {
    expect(watched([{ findings: [found] }]).alarms).toEqual([]);
  });

  test("is false outside every incident: before it, and after it is over", () => {
    const on = (incident?: string) => ({
      findings: [finding()],
      ...(incident === undefined ? {} : { incident }),
    });
    const { alarms } = watched([on(), {}, on("a"), {}, on("over")]);
    expect(alarms.map(({ isFalse }) => isFalse)).toEqual([true, false, true]);
  });
});

describe("an incident", () => {
  test("is warned of by whatever speaks of its position or venue, and safe when nothing is left", () => {
    const venue = finding({ rule: "venue-paused", subject: { kind: "venue", id: "lido" as never } });
    const [incident] = watched([
      { incident: "a" },
      { findings: [venue] },
      {},
      { held: 0n },
      { held: 3n },
    ]).incidents;
    expect(incident).toMatchObject({ name: "a", from: 0n, warnedAt: 1n, proposedAt: null, safeAt: 3n });
  });

  test("is not warned of by what speaks of another venue", () => {
    const other = finding({ subject: { kind: "position", id: "etherfi:weETH" as PositionId } });
    expect(watched([{ incident: "a", findings: [other] }]).incidents).toMatchObject([{ warnedAt: null }]);
  });
});
