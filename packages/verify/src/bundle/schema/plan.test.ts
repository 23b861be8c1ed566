import { describe, expect, test } from "vitest";
import { draft, SAFE } from "../../../test/validBundle.ts";
import {
  completion,
  etherFiClaim,
  lidoClaim,
  undelegation,
  withdrawal,
} from "../../../test/withdrawalBundle.ts";
import { FieldError } from "../../errors/FieldError.ts";
import { parseFields } from "./parseFields.ts";
import { planSchema } from "./plan.ts";

const read = (change: object) => () =>
  parseFields(planSchema, { document: { ...draft().plan, ...change }, path: "plan" });

describe("a plan may hold", () => {
  const CLAIMS = [completion(withdrawal(1n)), etherFiClaim(2n), lidoClaim(3n)];
  test.each<[string, object]>([
    ["trades alone", {}],
    ["claims alone", { purpose: "claim", actions: [], claims: CLAIMS }],
    ["requests alone", { actions: [], requests: [undelegation()] }],
    ["a request whose delay nobody knows", { requests: [{ ...undelegation(), delay: null }] }],
  ])("%s", (_, change) => expect(read(change)).not.toThrow());
});

describe("refused, and the field named:", () => {
  const claim = lidoClaim(3n);
  const order = (change: object) => ({ claims: [{ ...claim, order: { ...claim.order, ...change } }] });
  const asked = (change: object) => ({ requests: [{ ...undelegation(), order: change }] });
  test.each<[string, object, string]>([
    ["a plan of nothing", { actions: [] }, "plan: a record must hold at least one claim, action or request"],
    ["another purpose", { purpose: "gift" }, 'plan.purpose: "gift" must be'],
    ["a plan without a list of claims", { claims: undefined }, "plan.claims: missing"],
    ["a plan without a list of requests", { requests: undefined }, "plan.requests: missing"],
    ["a claim with another field", { claims: [{ ...claim, tip: 1n }] }, "plan.claims[0]: unknown field tip"],
    ["an order with another field", order({ to: SAFE }), "plan.claims[0].order: unknown field to"],
    ["an order without a hint", order({ hint: undefined }), "plan.claims[0].order.hint: missing"],
    [
      "an order of no kind",
      order({ kind: "gift" }),
      'plan.claims[0].order.kind: "gift" must be a kind of claim',
    ],
    [
      "a request of no kind",
      asked({ kind: "gift" }),
      'plan.requests[0].order.kind: "gift" must be a kind of request',
    ],
    [
      "a negative amount",
      asked({ kind: "lido-queue", amounts: [-1n] }),
      "plan.requests[0].order.amounts[0]: -1 must not be negative",
    ],
    [
      "an operator that is no address",
      asked({ kind: "eigenlayer-undelegate", operator: "somebody" }),
      'plan.requests[0].order.operator: "somebody" must be 20 bytes',
    ],
  ])("%s", (_, change, sentence) => {
    expect(read(change)).toThrow(FieldError);
    expect(read(change)).toThrow(sentence);
  });
});
