import { describe, expect, it } from "vitest";
import {
  ACCOUNT,
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
} from "../../testing/versionStore.ts";
import { unixSeconds } from "../../units/times.ts";
import { policyId } from "../policyId.ts";
import { judgePolicyVersions } from "./judgePolicyVersions.ts";
import type { KeeperMemory, VersionsInput } from "./types.ts";

const both = { owners: [ANN, BOB] };
const v1 = approved(published(policyOf(1n)), { ...both, notBefore: START });
const v2 = approved(published(policyOf(2n), v1), { ...both, notBefore: START + 2n * DAY });
const v3 = approved(published(policyOf(3n), v2), { ...both, notBefore: START + 4n * DAY });
const at = (days: bigint) => ({ now: unixSeconds(START + days * DAY) });
const onV1: KeeperMemory = { floor: { version: 1n, policyHash: v1.policyId }, firstSeen: {} };

function judge(rows: readonly Row[], changes: Partial<VersionsInput> = {}) {
  const judgement = judgePolicyVersions(input(rows, changes));
  return {
    ...judgement,
    version: judgement.inForce?.version ?? null,
    codes: judgement.problems.map(({ code }) => code),
    incidents: judgement.problems.filter(({ level }) => level === "incident").map(({ code }) => code),
  };
}

describe("a first policy", () => {
  it("is in force with the threshold of approvals, at once", () => {
    expect(judge([v1])).toMatchObject({ version: 1n, pending: [], problems: [] });
  });

  it("is remembered as the floor", () => {
    expect(judge([v1]).memory.floor).toEqual({ version: 1n, policyHash: v1.policyId });
  });

  it("waits for its not-before", () => {
    const waiting = approved(published(policyOf(1n)), { ...both, notBefore: START + 3n * DAY });
    const judged = judge([waiting]);
    expect(judged.version).toBeNull();
    expect(judged.pending).toMatchObject([{ waitsFor: "time", effectiveAt: START + 3n * DAY }]);
    expect(judge([waiting], at(3n)).version).toBe(1n);
  });

  const one = approved(published(policyOf(1n)), { owners: [ANN], notBefore: START });
  const cases: readonly (readonly [string, Row, Partial<VersionsInput>, string])[] = [
    ["nobody's approval", published(policyOf(1n)), {}, "not-enough-approvals"],
    ["one approval of two", one, {}, "not-enough-approvals"],
    [
      "one owner's approval given twice",
      approved(one, { owners: [ANN], notBefore: START }),
      {},
      "not-enough-approvals",
    ],
    [
      "approvals with different times",
      approved(one, { owners: [BOB], notBefore: START + 1n }),
      {},
      "not-enough-approvals",
    ],
    [
      "an approval by somebody who is no owner",
      approved(one, { owners: [EVE], notBefore: START }),
      {},
      "not-an-owner",
    ],
    [
      "an approval in an owner's name by another key",
      approved(one, { owners: [BOB], notBefore: START, by: EVE }),
      {},
      "bad-signature",
    ],
    [
      "its author alone, where one is the threshold",
      one,
      { owners: { owners: [ANN, BOB], threshold: 1n } },
      "author-alone",
    ],
    [
      "a threshold that nobody read",
      approved(one, { owners: [BOB], notBefore: START }),
      { owners: { owners: [ANN, BOB], threshold: 0n } },
      "not-enough-approvals",
    ],
  ];
  it.each(cases)("is not in force with %s", (_name, row, changes, code) => {
    const judged = judge([row], changes);
    expect(judged.version).toBeNull();
    expect(judged.codes).toContain(code);
    expect(judged.pending).toMatchObject([
      { policyId: row.policyId, waitsFor: "approvals", effectiveAt: null },
    ]);
    expect(judged.memory).toEqual(EMPTY);
  });

  it("is in force by one owner beside the author, where one is the threshold", () => {
    const byBob = approved(published(policyOf(1n)), { owners: [BOB], notBefore: START });
    expect(judge([byBob], { owners: { owners: [ANN, BOB], threshold: 1n } }).version).toBe(1n);
  });

  it("counts the earliest time that has enough approvals", () => {
    const twice = approved(v1, { owners: [BOB, CAT], notBefore: START - 5n });
    expect(judge([twice], { now: unixSeconds(START - 1n) }).version).toBe(1n);
  });
});

describe("a policy that is not this account's first", () => {
  it("is not in force when it names a predecessor that nobody stored", () => {
    const orphan = approved(
      { ...published(policyOf(1n)), previousHash: v2.policyId },
      { ...both, notBefore: START },
    );
    expect(judge([orphan])).toMatchObject({ version: null, incidents: ["gap"] });
  });

  it("is not in force for another address, though its owners are the same", () => {
    const address = `0x${"12".repeat(20)}` as const;
    const judged = judge([v1], { account: { ...ACCOUNT, address } });
    expect(judged).toMatchObject({ version: null, incidents: ["other-account"] });
  });
});

describe("a version that replaces another", () => {
  it("waits the delay of the policy in force from when this keeper first saw enough approvals", () => {
    const first = judge([v1, v2], { memory: onV1, ...at(3n) });
    expect(first.version).toBe(1n);
    expect(first.memory.firstSeen).toEqual({ [v2.policyId]: START + 3n * DAY });
    expect(first.pending).toMatchObject([{ version: 2n, waitsFor: "time", effectiveAt: START + 4n * DAY }]);
    const almost = { memory: first.memory, now: unixSeconds(START + 4n * DAY - 1n) };
    expect(judge([v1, v2], almost).version).toBe(1n);
    expect(judge([v1, v2], { ...almost, ...at(4n) })).toMatchObject({
      version: 2n,
      memory: { floor: { version: 2n } },
    });
  });

  it("waits for its own not-before when that is later than the delay", () => {
    const memory = { ...onV1, firstSeen: { [v2.policyId]: unixSeconds(START) } };
    expect(judge([v1, v2], { memory, now: unixSeconds(START + 2n * DAY - 1n) }).version).toBe(1n);
    expect(judge([v1, v2], { memory, ...at(2n) }).version).toBe(2n);
  });

  it("keeps the first sight, whatever is seen later", () => {
    const memory = { ...onV1, firstSeen: { [v2.policyId]: unixSeconds(START) } };
    expect(judge([v1, v2], { memory }).memory.firstSeen).toEqual(memory.firstSeen);
  });

  it("gains nothing from approvals that name the past, and that is an incident", () => {
    const early = approved(published(policyOf(2n), v1), { ...both, notBefore: START });
    const judged = judge([v1, early], { memory: onV1, ...at(3n) });
    expect(judged).toMatchObject({ version: 1n, incidents: ["back-dated"] });
    expect(judged.pending).toMatchObject([{ effectiveAt: START + 4n * DAY }]);
  });

  it("is in force at once where the policy in force asks for no delay", () => {
    const free = {
      ...policyOf(1n),
      looseningDelay: 0n as typeof ACCOUNT.chainId & ReturnType<typeof policyOf>["looseningDelay"],
    };
    const first = approved(published(free), { ...both, notBefore: START });
    const second = approved(published(policyOf(2n), first), { ...both, notBefore: START });
    const memory = { ...EMPTY, floor: { version: 1n, policyHash: policyId(free) } };
    expect(judge([first, second], { memory })).toMatchObject({ version: 2n, problems: [] });
  });

  it("is followed along the chain, each link with its own delay", () => {
    const memory = {
      ...onV1,
      firstSeen: { [v2.policyId]: unixSeconds(START), [v3.policyId]: unixSeconds(START) },
    };
    expect(judge([v3, v1, v2], { memory, ...at(3n) })).toMatchObject({
      version: 2n,
      pending: [{ version: 3n, waitsFor: "time" }],
    });
    expect(judge([v3, v1, v2], { memory, ...at(4n) })).toMatchObject({ version: 3n, pending: [] });
  });

  it("waits for its predecessor, though its own approvals are complete", () => {
    const open = published(policyOf(2n), v1);
    expect(judge([v1, open, v3], { memory: onV1, ...at(9n) }).pending).toMatchObject([
      { version: 2n, waitsFor: "approvals", have: 0n, need: 2n },
      { version: 3n, waitsFor: "previous", have: 2n },
    ]);
  });

  it("of two with one number only the approved one counts", () => {
    const draft = published(policyOf(2n, 77n), v1);
    const memory = { ...onV1, firstSeen: { [v2.policyId]: unixSeconds(START) } };
    const judged = judge([v1, draft, v2], { memory, ...at(2n) });
    expect(judged.inForce?.policyId).toBe(v2.policyId);
    expect(judged.problems).toEqual([]);
  });
});

describe("owners who change", () => {
  const changed = { owners: [BOB, CAT, EVE], threshold: 2n };

  it("leave the version in force and are asked to approve again", () => {
    expect(judge([v1], { memory: onV1, owners: changed })).toMatchObject({
      version: 1n,
      codes: ["re-approve"],
      incidents: [],
    });
  });

  it("satisfy that by approving the same version again", () => {
    const again = approved(v1, { owners: [BOB, CAT], notBefore: START + DAY });
    expect(judge([again], { memory: onV1, owners: changed }).problems).toEqual([]);
  });

  it("count as they are at the block at which the version would come into force", () => {
    const memory = { ...onV1, firstSeen: { [v2.policyId]: unixSeconds(START) } };
    const judged = judge([v1, v2], { memory, owners: changed, ...at(3n) });
    expect(judged).toMatchObject({ version: 1n, pending: [{ have: 1n, need: 2n }] });
    expect(judged.incidents).toEqual(["not-an-owner"]);
  });
});

describe("a keeper that remembers nothing", () => {
  it("follows the chain as far as the signed times keep the delay", () => {
    expect(judge([v1, v2, v3], at(5n))).toMatchObject({ version: 3n, problems: [] });
  });

  it("waits out the delay itself where they do not", () => {
    const early = approved(published(policyOf(2n), v1), { ...both, notBefore: START + 1n });
    expect(judge([v1, early], at(5n))).toMatchObject({ version: 1n, incidents: ["back-dated"] });
  });

  it("does not act below the version that its operator names", () => {
    expect(judge([v1, v2], { minimumVersion: 3n, ...at(5n) })).toMatchObject({
      version: null,
      incidents: ["below-floor"],
    });
    expect(judge([v1, v2, v3], { minimumVersion: 3n, ...at(5n) }).version).toBe(3n);
  });

  it("does not make the versions that its operator names wait again, but still wants their approvals", () => {
    const memory = onV1;
    expect(judge([v1, v2, v3], { memory, minimumVersion: 3n, ...at(5n) })).toMatchObject({
      version: 3n,
      problems: [],
    });
    const bare = { ...v3, approvals: [] };
    expect(judge([v1, v2, bare], { memory, minimumVersion: 3n, ...at(5n) }).version).toBeNull();
  });

  it("judges past versions by the owners of their time, where those are known", () => {
    const rows = input([v1, v2], { owners: { owners: [CAT, EVE], threshold: 2n }, ...at(5n) });
    const then = { owners: [ANN, BOB, CAT], threshold: 2n };
    const judged = judgePolicyVersions({
      ...rows,
      stored: rows.stored.map((row) => ({ ...row, ownersAtActivation: then })),
    });
    expect(judged.inForce?.version).toBe(2n);
    expect(judged.problems.map(({ code }) => code)).toEqual(["re-approve"]);
  });

  it("does not fall back to an older version where it cannot know who the owners were", () => {
    const old = approved(published(policyOf(1n)), { owners: [CAT, EVE], notBefore: START });
    const newer = approved(published(policyOf(2n), old), { owners: [ANN, BOB], notBefore: START + 2n * DAY });
    const judged = judge([old, newer], { owners: { owners: [CAT, EVE], threshold: 2n }, ...at(5n) });
    expect(judged).toMatchObject({ version: null, memory: EMPTY });
    expect(judged.incidents).toContain("owners-unknown");
  });

  it("has nothing in force where it cannot know who the owners were", () => {
    const judged = judge([v1, v2], { owners: { owners: [CAT, EVE], threshold: 2n }, ...at(5n) });
    expect(judged.version).toBeNull();
    expect(judged.incidents).toContain("owners-unknown");
    expect(judged.memory).toEqual(EMPTY);
  });
});

describe("a problem", () => {
  it("says what it is about and what to do, in whole sentences", () => {
    const rows = [
      v1,
      approved(published(policyOf(2n), v1), { owners: [EVE], notBefore: START }),
      { ...v3, version: 7n },
    ];
    const { problems } = judgePolicyVersions(input(rows, { memory: onV1 }));
    expect(problems.length).toBeGreaterThan(2);
    for (const problem of problems) {
      expect(problem.subject).toMatch(/^0x/);
      expect(problem.message).toMatch(/^[A-Z].*\.$/);
    }
  });

  it("is not raised twice for one thing", () => {
    const keys = judgePolicyVersions(input([v1, v3, checkedTwice], { memory: onV1 })).problems.map(
      (one) => `${one.code} ${one.subject}`,
    );
    expect(new Set(keys).size).toBe(keys.length);
  });
  const checkedTwice = approved(published(policyOf(2n), v1), { owners: [ANN], notBefore: START });
});

describe("an approval", () => {
  it("is valid only for the row that it was signed for", () => {
    const verdicts = (row: Row) => checked(row).approvals.map(({ verdict }) => verdict);
    expect(verdicts(v1)).toEqual(["valid", "valid"]);
    expect(verdicts({ ...v1, previousHash: v2.policyId })).toEqual(["invalid", "invalid"]);
  });

  it("that could not be checked does not count, and is no incident", () => {
    const given = input([v1]);
    const stored = given.stored.map((row) => ({
      ...row,
      approvals: row.approvals.map((each) => ({ ...each, verdict: "unknown" as const })),
    }));
    const judged = judgePolicyVersions({ ...given, stored });
    expect(judged.inForce).toBeNull();
    expect(judged.problems.map(({ code, level }) => [code, level])).toEqual([
      ["signature-unknown", "notice"],
      ["signature-unknown", "notice"],
      ["not-enough-approvals", "notice"],
    ]);
  });
});
