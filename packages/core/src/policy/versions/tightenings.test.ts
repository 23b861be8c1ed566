import { describe, expect, it } from "vitest";
import {
  ANN,
  approved,
  BOB,
  CAT,
  checked,
  DAY,
  EMPTY,
  EVE,
  input,
  policyOf,
  published,
  type Row,
  START,
  tightened,
} from "../../testing/versionStore.ts";
import { unixSeconds } from "../../units/times.ts";
import { judgePolicyVersions } from "./judgePolicyVersions.ts";
import type { KeeperMemory, VersionsInput } from "./types.ts";

const v1 = approved(published(policyOf(1n)), { owners: [ANN, BOB], notBefore: START });
const open = published(tightened(policyOf(1n)), v1);
const by = (owners: readonly (typeof ANN)[], notBefore = START + DAY) =>
  approved(open, { owners, notBefore });
const onV1: KeeperMemory = { floor: { version: 1n, policyHash: v1.policyId }, firstSeen: {} };

function judge(rows: readonly Row[], changes: Partial<VersionsInput> = {}) {
  const judgement = judgePolicyVersions(input(rows, { memory: onV1, ...changes }));
  return {
    ...judgement,
    version: judgement.inForce?.version ?? null,
    codes: judgement.problems.map(({ code }) => code),
  };
}

describe("a tightening", () => {
  it("is in force with one owner's approval, at the next block", () => {
    expect(judge([v1, by([BOB])])).toMatchObject({ version: 2n, codes: [], pending: [] });
    expect(judge([v1, by([BOB])]).memory.floor).toEqual({ version: 2n, policyHash: open.policyId });
  });

  it("may be approved by its author alone", () => {
    expect(judge([v1, by([ANN])])).toMatchObject({ version: 2n, codes: [] });
  });

  it("is not in force without an owner", () => {
    expect(judge([v1, open])).toMatchObject({
      version: 1n,
      codes: ["not-enough-approvals"],
      pending: [{ version: 2n, waitsFor: "approvals", have: 0n, need: 1n }],
    });
    expect(judge([v1, by([EVE])]).version).toBe(1n);
  });

  it("waits for its own not-before, and is never an incident for one that has passed", () => {
    const later = by([CAT], START + 3n * DAY);
    expect(judge([v1, later])).toMatchObject({
      version: 1n,
      pending: [{ waitsFor: "time", effectiveAt: START + 3n * DAY }],
    });
    expect(judge([v1, later], { now: unixSeconds(START + 3n * DAY) }).version).toBe(2n);
    expect(judge([v1, by([CAT], START - 9n * DAY)])).toMatchObject({ version: 2n, codes: [] });
  });

  it("counts the earliest of its approvals", () => {
    const twice = approved(by([ANN], START + 9n * DAY), { owners: [BOB], notBefore: START });
    expect(judge([v1, twice]).version).toBe(2n);
  });

  it("passes by a loosening that still waits on the same version", () => {
    const loosening = approved(published(policyOf(2n), v1), { owners: [ANN, BOB], notBefore: START });
    expect(judge([v1, loosening, by([CAT])])).toMatchObject({ version: 2n, pending: [] });
  });

  it("does not undo a loosening that came into force", () => {
    const loosening = approved(published(policyOf(2n), v1), { owners: [ANN, BOB], notBefore: START });
    const memory = { ...onV1, floor: { version: 2n, policyHash: loosening.policyId } };
    const judged = judge([v1, loosening, by([CAT])], { memory });
    expect(judged.inForce?.policyId).toBe(loosening.policyId);
  });

  it("can be followed by another, each by another owner", () => {
    const next = approved(published(tightened(policyOf(1n), { days: 2n, version: 3n }), open), {
      owners: [CAT],
      notBefore: START,
    });
    expect(judge([v1, by([BOB]), next])).toMatchObject({ version: 3n, codes: [] });
  });

  it("is loosened again only by the threshold, after the delay", () => {
    const two = by([ANN]);
    const back = published({ ...policyOf(1n), version: 3n }, two);
    const memory: KeeperMemory = { floor: { version: 2n, policyHash: two.policyId }, firstSeen: {} };
    const one = approved(back, { owners: [ANN], notBefore: START });
    expect(judge([v1, two, one], { memory })).toMatchObject({
      version: 2n,
      pending: [{ version: 3n, waitsFor: "approvals", have: 1n, need: 2n }],
    });
    const both = approved(back, { owners: [ANN, BOB], notBefore: START + 2n * DAY });
    const seen = judge([v1, two, both], { memory });
    expect(seen).toMatchObject({
      version: 2n,
      pending: [{ waitsFor: "time", effectiveAt: START + 2n * DAY }],
    });
    const later = { memory: seen.memory, now: unixSeconds(START + 2n * DAY) };
    expect(judge([v1, two, both], later).version).toBe(3n);
  });
});

describe("owners who change after a tightening", () => {
  const two = by([ANN]);
  const memory: KeeperMemory = { floor: { version: 2n, policyHash: two.policyId }, firstSeen: {} };

  it("are asked again when the one who approved it is gone", () => {
    const owners = { owners: [BOB, CAT, EVE], threshold: 2n };
    expect(judge([v1, two], { memory, owners })).toMatchObject({ version: 2n, codes: ["re-approve"] });
  });

  it("are asked again when those are gone who approved what it tightened", () => {
    const owners = { owners: [ANN, CAT, EVE], threshold: 2n };
    expect(judge([v1, two], { memory, owners })).toMatchObject({ version: 2n, codes: ["re-approve"] });
  });

  it("are not asked while both are owners, nor when the threshold approved the tightening itself", () => {
    expect(judge([v1, two], { memory }).codes).toEqual([]);
    const owners = { owners: [CAT, EVE], threshold: 2n };
    const again = approved(two, { owners: [CAT, EVE], notBefore: START + DAY });
    expect(judge([v1, again], { memory, owners }).codes).toEqual([]);
  });
});

describe("a keeper that remembers nothing", () => {
  it("follows a chain with a tightening in it", () => {
    expect(judge([v1, by([BOB])], { memory: EMPTY }).version).toBe(2n);
  });

  it("makes a loosening after it wait from the tightening's own time", () => {
    const two = by([BOB], START + 5n * DAY);
    const three = (notBefore: bigint) =>
      approved(published(policyOf(3n), two), { owners: [ANN, CAT], notBefore });
    const now = { memory: EMPTY, now: unixSeconds(START + 6n * DAY) };
    expect(judge([v1, two, three(START + 6n * DAY)], now).version).toBe(3n);
    expect(judge([v1, two, three(START + 6n * DAY - 1n)], now).version).toBe(2n);
  });

  it("has nothing in force where a former owner may have approved it", () => {
    const stranger = input([v1, by([EVE])], { memory: EMPTY });
    expect(judgePolicyVersions(stranger).inForce).toBe(null);
    const then = { owners: [ANN, BOB, EVE], threshold: 2n };
    const known = [v1, by([EVE])].map((row) => ({ ...checked(row), ownersAtActivation: then }));
    expect(judgePolicyVersions({ ...stranger, stored: known }).inForce?.version).toBe(2n);
  });
});
