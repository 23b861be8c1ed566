import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AccountRef, Address, BlockRef, Hash32, Source } from "../../chain/types.ts";
import type { Decision, DecisionOutcome } from "../../decision/types.ts";
import { decodeCanonical } from "../../encoding/decodeCanonical.ts";
import { encodeCanonical } from "../../encoding/encodeCanonical.ts";
import type { Action, Claim, Plan, PlanFigures, RequestOrder, WithdrawalRequest } from "../../plan/types.ts";
import type { Effect, Finding, Quantity, Subject } from "../../policy/finding.ts";
import type { ClaimOrder } from "../../ticket/claimOrder.ts";
import { assetId, positionId, routeId, ticketId, venueId } from "../../units/ids.ts";
import { baseUnits, blockNumber, ratioBps, rawAmount, wad } from "../../units/quantities.ts";
import { seconds, unixSeconds } from "../../units/times.ts";

import { BundleFormatError } from "../bundleFormatError.ts";
import { source } from "./chain.ts";
import { decision } from "./decision.ts";
import { finding } from "./finding.ts";
import type { Reader } from "./reader.ts";

/** Documents of every shape that their types allow, with no regard to whether they make sense together. */
const hexOf = (length: number) =>
  fc
    .uint8Array({ minLength: length, maxLength: length })
    .map((bytes) => `0x${[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`);
const natural = fc.bigInt({ min: 0n, max: 2n ** 128n });
const addresses = hexOf(20) as fc.Arbitrary<Address>;
const hashes = hexOf(32) as fc.Arbitrary<Hash32>;
const values = natural.map(baseUnits);
const amounts = natural.map(rawAmount);
const durations = natural.map(seconds);
const rates = fc.bigInt({ min: -(2n ** 80n), max: 2n ** 80n }).map(wad);
const times = fc.bigInt({ min: 0n, max: 99_999_999_999n }).map(unixSeconds);
const blocks = natural.map(blockNumber);
const words = fc.string({ maxLength: 8 });
const assets = fc.constantFrom("ETH", "WETH", "wstETH").map(assetId);
const positions = fc.constantFrom("lido:wstETH", "etherfi:weETH", "idle:WETH").map(positionId);
const venues = fc.constantFrom("lido", "etherfi").map(venueId);

const literal = <T extends string>(word: T) => fc.constant(word);
const accounts: fc.Arbitrary<AccountRef> = fc.record({
  rail: literal("safe"),
  chainId: natural,
  address: addresses,
});
const blockRefs: fc.Arbitrary<BlockRef> = fc.record({
  chainId: natural,
  number: blocks,
  hash: hashes,
  timestamp: times,
});

const sources: fc.Arbitrary<Source> = fc.oneof(
  fc.record({ kind: literal("call"), contract: addresses, method: words }),
  fc.record({
    kind: literal("state"),
    account: addresses,
    field: fc.constantFrom("balance" as const, "code" as const, "storage" as const),
  }),
  fc.record({ kind: literal("header"), field: words }),
  fc.record({ kind: literal("history"), series: words, fromBlock: blocks, toBlock: blocks }),
  fc.record({ kind: literal("policy"), path: words }),
  fc.record({ kind: literal("document"), document: words, asOf: words }),
);

const quantities: fc.Arbitrary<Quantity> = fc.oneof(
  fc.record({ unit: literal("base"), value: values }),
  fc.record({ unit: literal("base-change"), value: fc.bigInt() }),
  fc.record({ unit: literal("bps"), value: natural.map(ratioBps) }),
  fc.record({ unit: literal("wad"), value: rates }),
  fc.record({ unit: literal("seconds"), value: durations }),
  fc.record({ unit: literal("count"), value: natural }),
  fc.record({ unit: literal("address"), value: fc.bigInt({ min: 0n, max: 2n ** 160n - 1n }) }),
);

const subjects: fc.Arbitrary<Subject> = fc.oneof(
  fc.record({ kind: literal("account") }),
  fc.record({ kind: literal("position"), id: positions }),
  fc.record({ kind: literal("venue"), id: venues }),
  fc.record({ kind: literal("ticket"), id: fc.constantFrom("etherfi:17", "lido:4").map(ticketId) }),
  fc.record({ kind: literal("operator"), id: addresses }),
  fc.record({
    kind: fc.constantFrom(
      "asset" as const,
      "feed" as const,
      "source" as const,
      "route" as const,
      "plan" as const,
      "figure" as const,
      "cause" as const,
    ),
    id: words,
  }),
);

const effects: fc.Arbitrary<Effect> = fc.oneof(
  fc.record({ kind: fc.constantFrom("none" as const, "hold" as const, "halt" as const) }),
  fc.record({ kind: literal("freeze-entries"), positions: fc.oneof(literal("all"), fc.array(positions)) }),
  fc.record({ kind: literal("freeze-exits"), positions: fc.array(positions) }),
  fc.record({ kind: literal("reduce-to"), position: positions, target: values, urgent: fc.boolean() }),
  fc.record({ kind: literal("raise-to"), position: positions, target: values }),
);

const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

const findings: fc.Arbitrary<Finding> = fc.record({
  rule: words,
  code: words,
  subject: subjects,
  level: fc.constantFrom<Finding["level"][]>("ok", "notice", "warning", "critical", "unknown"),
  measured: orNull(quantities),
  limit: orNull(quantities),
  evidence: fc.array(sources, { maxLength: 3 }),
  effect: effects,
});

const figures: fc.Arbitrary<PlanFigures> = fc.record({
  turnover: values,
  tradingCost: values,
  gasCost: values,
  cost: values,
  grossGain: fc.bigInt(),
  netGain: fc.bigInt(),
  horizon: durations,
  payback: orNull(durations),
  yieldBefore: orNull(rates),
  yieldAfter: orNull(rates),
  worstLoss: values,
});

const actions: fc.Arbitrary<Action> = fc.record({
  kind: fc.constantFrom("exit" as const, "enter" as const),
  position: positions,
  venue: venues,
  route: fc.constant(routeId("uniswap-v3")),
  pool: addresses,
  fee: natural,
  spend: fc.record({ asset: assets, amount: amounts }),
  receive: fc.record({ asset: assets, expected: amounts, atLeast: amounts }),
  limitedBy: words,
});

const requestOrders: fc.Arbitrary<RequestOrder> = fc.oneof(
  fc.record({ kind: literal("eigenlayer-queue"), strategy: addresses, depositShares: natural }),
  fc.record({ kind: literal("eigenlayer-undelegate"), operator: addresses }),
  fc.record({ kind: literal("etherfi-queue"), amounts: fc.array(amounts, { maxLength: 2 }) }),
  fc.record({ kind: literal("lido-queue"), amounts: fc.array(amounts, { maxLength: 2 }) }),
);

const requests: fc.Arbitrary<WithdrawalRequest> = fc.record({
  position: positions,
  venue: venues,
  spend: fc.record({ asset: assets, amount: amounts }),
  expected: fc.record({ asset: assets, amount: amounts }),
  delay: orNull(durations),
  order: requestOrders,
  limitedBy: words,
});

const claimOrders: fc.Arbitrary<ClaimOrder> = fc.oneof(
  fc.record({
    kind: literal("eigenlayer-withdrawal"),
    withdrawal: fc.record({
      staker: addresses,
      delegatedTo: addresses,
      withdrawer: addresses,
      nonce: natural,
      startBlock: natural.map(blockNumber),
      strategies: fc.array(addresses, { maxLength: 2 }),
      scaledShares: fc.array(natural, { maxLength: 2 }),
    }),
    tokens: fc.array(addresses, { maxLength: 2 }),
  }),
  fc.record({ kind: literal("etherfi-request"), requestId: natural }),
  fc.record({ kind: literal("lido-request"), requestId: natural, hint: natural }),
);

const claims: fc.Arbitrary<Claim> = fc.record({
  ticket: natural.map((id) => ticketId(`lido:${id}`)),
  position: positions,
  venue: venues,
  receive: fc.array(fc.record({ asset: assets, expected: amounts, atLeast: amounts }), { maxLength: 2 }),
  order: claimOrders,
});

const plans: fc.Arbitrary<Plan> = fc.record({
  schema: literal("ballast/plan/1"),
  account: accounts,
  purpose: fc.constantFrom("rebalance" as const, "emergency-exit" as const, "claim" as const),
  claims: fc.array(claims, { maxLength: 2 }),
  actions: fc.array(actions, { maxLength: 3 }),
  requests: fc.array(requests, { maxLength: 2 }),
  expected: fc.array(fc.record({ asset: assets, atLeast: fc.bigInt(), atMost: fc.bigInt() }), {
    maxLength: 3,
  }),
  figures,
  deadline: times,
});

const HOLD = [
  "within-limits",
  "gain-below-cost",
  "proposal-open",
  "cooling-down",
  "observe-mode",
  "entries-frozen",
] as const;
const REFUSE = [
  "data-missing",
  "sources-disagree",
  "no-policy",
  "no-exit",
  "breaks-a-limit",
  "infeasible",
] as const;
const PROPOSE = ["better-yield", "limit-breached", "emergency"] as const;
const INPUTS = ["snapshot", "history", "policy", "open-work", "sibling", "allocation", "engine"] as const;

const outcomes: fc.Arbitrary<DecisionOutcome> = fc.oneof(
  fc.record({ kind: literal("hold"), because: fc.constantFrom(...HOLD) }),
  fc.record({ kind: literal("refuse"), because: fc.constantFrom(...REFUSE) }),
  fc.record({ kind: literal("propose"), because: fc.constantFrom(...PROPOSE), plan: plans }),
);

const decisions: fc.Arbitrary<Decision> = fc.record({
  schema: literal("ballast/decision/1"),
  account: accounts,
  block: blockRefs,
  inputs: fc.array(fc.record({ kind: fc.constantFrom(...INPUTS), id: hashes }), { maxLength: 3 }),
  findings: fc.array(findings, { maxLength: 3 }),
  outcome: outcomes,
  rejected: fc.array(fc.record({ reason: words, figures: orNull(figures) }), { maxLength: 2 }),
});

/** A document through storage and back through its reader. */
function stored<T>(reader: Reader<T>, document: T): T {
  return reader(decodeCanonical(encodeCanonical(document)), "");
}

describe("decisions of every shape", () => {
  it.each([
    ["sources", source, sources],
    ["findings", finding, findings],
    ["decisions", decision, decisions],
  ] as const)("%s read back as they were stored", (_name, reader, documents) => {
    fc.assert(
      fc.property(documents as fc.Arbitrary<unknown>, (document) => {
        expect(stored(reader as Reader<unknown>, document)).toEqual(document);
      }),
    );
  });

  it("with a field more are refused wherever the field is put", () => {
    fc.assert(
      fc.property(findings, fc.constantFrom("extra", "__proto__", "toString"), (document, key) => {
        const more = Object.fromEntries([...Object.entries(document), [key, null] as const]);
        expect(() => finding(more, "")).toThrow(BundleFormatError);
        const inside = {
          ...document,
          effect: Object.fromEntries([...Object.entries(document.effect), [key, null]]),
        };
        expect(() => finding(inside, "")).toThrow(BundleFormatError);
      }),
    );
  });

  it("with a field less are refused, and the field is named", () => {
    fc.assert(
      fc.property(decisions, fc.nat(), (document, pick) => {
        const keys = Object.keys(document);
        const left = keys[pick % keys.length] ?? "";
        const less = Object.fromEntries(Object.entries(document).filter(([key]) => key !== left));
        expect(() => decision(less, "decision")).toThrow(
          expect.objectContaining({ path: `decision.${left}` }),
        );
      }),
    );
  });

  it("with a measured value of another unit are refused when the value does not fit it", () => {
    fc.assert(
      fc.property(findings, quantities, (document, quantity) => {
        const wrong = { ...document, measured: { ...quantity, unit: "percent" } };
        expect(() => finding(wrong, "f")).toThrow(expect.objectContaining({ path: "f.measured.unit" }));
      }),
    );
  });
});
