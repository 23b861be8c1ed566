import { describe, expect, test } from "vitest";
import { checksumAddress } from "../chain/address.ts";
import { claimPlan } from "../plan/claimPlan.ts";
import { emergencyPlan } from "../plan/emergencyPlan.ts";
import { decideFor } from "../testing/decideFor.ts";
import {
  changed,
  OPERATOR,
  queuedOf,
  queueExitOf,
  reduceTo,
  restaked,
  STAKED,
  stakedExitOf,
  ticketOf,
  waitingFor,
} from "../testing/withdrawals.ts";
import { CALM, contextOf } from "../testing/world.ts";
import type { VenueId } from "../units/brands.ts";
import { decisionSentence } from "./decisionSentence.ts";
import { findingSentence } from "./findingSentence.ts";
import { planSentence } from "./planSentence.ts";
import { venueText } from "./words.ts";

const plain = (text: string | undefined) => text?.replaceAll("\u00a0", " ");
const calm = contextOf(CALM);
const staked = restaked(calm, { value: "110" });

function sentence(context: typeof calm, rule = "backing-loss"): string | undefined {
  const position = context.snapshot.exits[0]?.position ?? STAKED;
  const { plan } = emergencyPlan(context, [reduceTo(position, { rule })]);
  return plan === null ? undefined : plain(planSentence(plan));
}

describe("planSentence", () => {
  test("a queue with a known delay", () => {
    expect(sentence(staked)).toBe("Queue 100.0000 EL-stETH with EigenLayer, claimable in about 14 d.");
  });

  test("leaving an operator names it with its checksum", () => {
    expect(sentence(staked, "operator-slashed")).toBe(
      `Leave operator ${checksumAddress(OPERATOR)} and queue 100.0000 EL-stETH with EigenLayer, claimable in about 14 d.`,
    );
  });

  test("a queue that promises no time says so", () => {
    const context = changed(calm, { curves: [], exits: [queueExitOf()] });
    expect(sentence(context)).toMatch(
      /^Queue 380\.9524 weETH with ether\.fi, claimable at a time that it does not promise\.$/,
    );
  });

  test("claims add up by asset", () => {
    const plan = claimPlan(waitingFor(calm, [queuedOf("a", "35.2"), queuedOf("b", "4.8"), ticketOf()]));
    expect(plan === null ? null : plain(planSentence(plan))).toBe("Claim 40.0000 stETH and 10.0000 ETH.");
  });
});

describe("decisionSentence", () => {
  test("a claim says what is claimed and why", () => {
    expect(plain(decisionSentence(decideFor(waitingFor(calm, [queuedOf("a", "35.2")]))))).toBe(
      "Proposed. Claim 35.2000 stETH. The protocols owe it to the account now, and pay it to nobody else.",
    );
  });
});

describe("findingSentence", () => {
  test.each([
    [["paused"], /^110\.0000 ETH of .* cannot leave: its protocol has paused withdrawals/],
    [["no-fallback-handler"], /CompatibilityFallbackHandler/],
    [["blacklisted"], /it has blacklisted the account/],
  ])("says why an exit is stopped and what remains to be done: %s", (stoppedBy, said) => {
    const amount = staked.snapshot.positions.find(({ position }) => position === STAKED)?.amount ?? 0n;
    const stopped = changed(staked, { exits: [stakedExitOf(amount, { stoppedBy })] });
    const [found] = emergencyPlan(stopped, [reduceTo(STAKED, {})]).findings;
    expect(found === undefined ? "" : plain(findingSentence(found))).toMatch(said);
  });
});

test.each([
  ["eigenlayer", "EigenLayer"],
  ["etherfi", "ether.fi"],
  ["lido", "Lido"],
  ["renzo", "renzo"],
])("venueText: %s is written %s", (venue, text) => {
  expect(venueText(venue as VenueId)).toBe(text);
});
