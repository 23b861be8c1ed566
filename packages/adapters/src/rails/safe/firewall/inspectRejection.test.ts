import type { SafeTransaction } from "@ballast/core";
import { describe, expect, it } from "vitest";
import { buildRejection } from "../buildRejection.ts";
import { ACCOUNT, inspectionOf, SAMPLE_PLAN } from "../testing/sampleBatch.ts";
import { ROUTER } from "../testing/sampleDeployment.ts";
import { inspectRejection } from "./inspectRejection.ts";

const { snapshot } = inspectionOf(SAMPLE_PLAN);
const REJECTION = buildRejection(ACCOUNT, 7n);
const codes = (change: Partial<SafeTransaction>) =>
  inspectRejection({ ...REJECTION, ...change }, { account: ACCOUNT, snapshot }).map(({ code }) => code);

describe("inspectRejection", () => {
  it("lets an empty call of the Safe to itself pass", () => expect(codes({})).toEqual([]));

  it.each<[string, Partial<SafeTransaction>, string]>([
    ["another target", { to: ROUTER }, "target"],
    ["a delegatecall", { operation: 1n }, "operation"],
    ["value", { value: 1n }, "value"],
    ["data", { data: "0x00" }, "malformed"],
    ["a refund", { gasPrice: 1n }, "gas-field"],
    ["a used nonce", { nonce: 6n }, "nonce"],
    ["a nonce out of reach", { nonce: 108n }, "nonce"],
  ])("refuses %s", (_, change, code) => expect(codes(change)).toEqual([code]));

  it("refuses when the Safe could not be read", () => {
    const unread = { account: ACCOUNT, snapshot: { ...snapshot, safe: null } };
    expect(inspectRejection(REJECTION, unread).map(({ code }) => code)).toEqual(["safe-unread"]);
  });
});
