import { describe, expect, it } from "vitest";
import {
  ANN,
  approved,
  BOB,
  CAT,
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
import { soundVersions } from "./soundVersions.ts";
import { standing } from "./standing.ts";
import type { KeeperMemory, SoundVersion, VersionsInput } from "./types.ts";

const both = { owners: [ANN, BOB] };
const v1 = approved(published(policyOf(1n)), { ...both, notBefore: START });
const v2At = (notBefore: bigint) => approved(published(policyOf(2n), v1), { ...both, notBefore });

function sound(row: Row, given: VersionsInput): SoundVersion {
  const found = soundVersions(given).sound.find(({ policyId }) => policyId === row.policyId);
  if (found === undefined) throw new Error("the row is not sound");
  return found;
}

/** Where version 2 stands against version 1, two days after the start unless told otherwise. */
function stand(row: Row, changes: Partial<VersionsInput> = {}) {
  const given = input([v1, row], { now: unixSeconds(START + 2n * DAY), ...changes });
  return standing(sound(row, given), {
    input: given,
    sound: soundVersions(given).sound,
    replaced: sound(v1, given),
  });
}

const remembers = (firstSeen: KeeperMemory["firstSeen"] = {}): Partial<VersionsInput> => ({
  memory: { floor: { version: 1n, policyHash: v1.policyId }, firstSeen },
});
const seenAt = (row: Row, time: bigint) => remembers({ [row.policyId]: unixSeconds(time) });

describe("when a version takes effect", () => {
  type Case = readonly [name: string, row: Row, changes: Partial<VersionsInput>, effectiveAt: bigint | null];
  const [now, later, earlier] = [v2At(START + 2n * DAY), v2At(START + 9n * DAY), v2At(START - DAY)];
  const cases: readonly Case[] = [
    ["never, without approvals", published(policyOf(2n), v1), remembers(), null],
    ["a delay from now, when it is seen for the first time", now, remembers(), START + 3n * DAY],
    ["a delay from when it was first seen", now, seenAt(now, START + DAY + 5n), START + 2n * DAY + 5n],
    ["at its own time, when that is later than the delay", later, seenAt(later, START), START + 9n * DAY],
    ["a delay from the sight, when its own time is long past", earlier, seenAt(earlier, START), START + DAY],
    [
      "at its own time, when the operator vouches for it",
      earlier,
      { ...remembers(), minimumVersion: 2n },
      START - DAY,
    ],
    [
      "a delay from the sight, when the operator vouches only for its predecessor",
      earlier,
      { ...remembers(), minimumVersion: 1n },
      START + 3n * DAY,
    ],
    [
      "at its own time, for a keeper without memory, when the signed times keep the delay",
      now,
      { memory: EMPTY },
      START + 2n * DAY,
    ],
    [
      "a delay from now, for a keeper without memory, when they do not",
      earlier,
      { memory: EMPTY },
      START + 3n * DAY,
    ],
    [
      "exactly a delay after the signed time of its predecessor",
      v2At(START + DAY),
      { memory: EMPTY },
      START + DAY,
    ],
    ["not one second sooner", v2At(START + DAY - 1n), { memory: EMPTY }, START + 3n * DAY],
  ];
  it.each(cases)("%s", (_name, row, changes, effectiveAt) => {
    expect(stand(row, changes).effectiveAt).toBe(effectiveAt);
  });

  it("at its own time, for a first policy", () => {
    const given = input([v1]);
    expect(standing(sound(v1, given), { input: given, sound: [], replaced: null }).effectiveAt).toBe(START);
  });
});

describe("approvals that came late", () => {
  it("are back-dated only when their time had passed before they were seen", () => {
    const row = v2At(START + DAY);
    expect(stand(row, seenAt(row, START + DAY)).isBackDated).toBe(false);
    expect(stand(row, seenAt(row, START + DAY + 1n)).isBackDated).toBe(true);
  });
});

describe("owners of a past that nobody can read", () => {
  const strangers: Partial<VersionsInput> = { owners: { owners: [CAT, EVE], threshold: 2n }, memory: EMPTY };

  it("leave a version undecided for a keeper without memory", () => {
    expect(stand(v2At(START), strangers)).toMatchObject({ effectiveAt: null, areOwnersUnknown: true });
  });

  it("do not, once the keeper has acted: then today's owners decide", () => {
    expect(stand(v2At(START), { ...strangers, ...remembers() })).toMatchObject({
      effectiveAt: null,
      areOwnersUnknown: false,
    });
  });

  it("do not, when there were never signatures enough", () => {
    const one = approved(published(policyOf(2n), v1), { owners: [ANN], notBefore: START });
    expect(stand(one, strangers).areOwnersUnknown).toBe(false);
  });

  it("do not, when the chain's own past is known", () => {
    const row = v2At(START + 2n * DAY);
    const given = input([v1, row], { ...strangers, now: unixSeconds(START + 2n * DAY) });
    const then = { owners: [ANN, BOB, CAT], threshold: 2n };
    const [replaced, version] = [v1, row].map((each) => ({
      ...sound(each, given),
      ownersAtActivation: then,
    }));
    if (replaced === undefined || version === undefined) throw new Error("two versions");
    expect(standing(version, { input: given, sound: [replaced, version], replaced })).toMatchObject({
      effectiveAt: START + 2n * DAY,
      areOwnersUnknown: false,
    });
  });
});
