import { describe, expect, it } from "vitest";
import { ZERO_HASH } from "../../chain/hex.ts";
import { contentId } from "../../encoding/contentId.ts";
import { encodeCanonical } from "../../encoding/encodeCanonical.ts";
import {
  ACCOUNT,
  ANN,
  approved,
  BOB,
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
import { policyId } from "../policyId.ts";
import { judgePolicyVersions } from "./judgePolicyVersions.ts";
import type { KeeperMemory, VersionsInput } from "./types.ts";

const both = { owners: [ANN, BOB] };
const v1 = approved(published(policyOf(1n)), { ...both, notBefore: START });
const v2 = approved(published(policyOf(2n), v1), { ...both, notBefore: START + 2n * DAY });
const v3 = approved(published(policyOf(3n), v2), { ...both, notBefore: START + 4n * DAY });
const tightening = approved(published(tightened(policyOf(1n)), v1), { owners: [ANN], notBefore: START });
const at = (days: bigint) => ({ now: unixSeconds(START + days * DAY) });
const onV1: KeeperMemory = { floor: { version: 1n, policyHash: v1.policyId }, firstSeen: {} };
const onV2: KeeperMemory = { floor: { version: 2n, policyHash: v2.policyId }, firstSeen: {} };

function judge(rows: readonly Row[], changes: Partial<VersionsInput> = {}) {
  const judgement = judgePolicyVersions(input(rows, changes));
  return {
    ...judgement,
    version: judgement.inForce?.version ?? null,
    codes: judgement.problems.map(({ code }) => code),
    incidents: judgement.problems.filter(({ level }) => level === "incident").map(({ code }) => code),
  };
}

describe("somebody who owns the database", () => {
  const loose = {
    ...policyOf(1n),
    costs: { ...policyOf(1n).costs, slippage: 190n as ReturnType<typeof policyOf>["costs"]["slippage"] },
  };
  const eves = (row: Row) => approved(row, { owners: [ANN, BOB], notBefore: START, by: EVE });
  const elsewhere = { ...policyOf(2n), account: { ...ACCOUNT, chainId: 1n } };
  const half = (row: Row) => approved(row, { owners: [BOB], notBefore: START });
  const looser = half(published(policyOf(2n), v1));
  type Attack = readonly [
    name: string,
    rows: readonly Row[],
    memory: KeeperMemory,
    inForce: bigint | null,
    code: string,
  ];
  const attacks: readonly Attack[] = [
    [
      "loosens the document in its row",
      [{ ...v1, document: encodeCanonical(loose) }],
      onV1,
      null,
      "hash-mismatch",
    ],
    [
      "loosens it and gives it its new id",
      [{ ...v1, document: encodeCanonical(loose), policyId: policyId(loose) }],
      onV1,
      null,
      "below-floor",
    ],
    [
      "does so before the keeper ever acted",
      [{ ...v1, document: encodeCanonical(loose), policyId: policyId(loose) }],
      EMPTY,
      null,
      "bad-signature",
    ],
    ["breaks the document's form", [{ ...v1, document: ` ${v1.document}` }], onV1, null, "hash-mismatch"],
    ["deletes the version in force", [v1], onV2, null, "below-floor"],
    ["deletes everything", [], onV1, null, "below-floor"],
    [
      "deletes it and copies the older content up",
      [v1, { ...v1, version: 2n, previousHash: v1.policyId }],
      onV2,
      null,
      "altered-row",
    ],
    ["gives the older version a higher number", [{ ...v1, version: 3n }, v2], onV2, 2n, "altered-row"],
    [
      "adds a version with made-up approvals",
      [v1, eves(published(policyOf(2n), v1))],
      onV1,
      1n,
      "bad-signature",
    ],
    [
      "adds a version with approvals by keys of their own",
      [v1, approved(published(policyOf(2n), v1), { owners: [EVE], notBefore: START })],
      onV1,
      1n,
      "not-an-owner",
    ],
    [
      "moves approvals over from another version",
      [v1, { ...published(policyOf(2n), v1), approvals: v1.approvals }],
      onV1,
      1n,
      "bad-signature",
    ],
    [
      "back-dates the approvals",
      [v1, { ...v2, approvals: v2.approvals.map((one) => ({ ...one, notBefore: START })) }],
      onV1,
      1n,
      "bad-signature",
    ],
    ["hangs a version onto another predecessor", [v1, { ...v3, previousHash: v1.policyId }], onV1, 1n, "gap"],
    ["leaves a loosening one of its approvals", [v1, looser], onV1, 1n, "not-enough-approvals"],
    [
      "puts a looser policy where the one was that it loosens, so that it would read tighter",
      [{ ...v1, document: encodeCanonical(loose) }, looser],
      onV1,
      null,
      "hash-mismatch",
    ],
    [
      "hangs a loosening onto a looser predecessor that nobody approved",
      [v1, published(loose, v1), { ...looser, previousHash: policyId(loose) }],
      onV1,
      1n,
      "bad-signature",
    ],
    [
      "adds a tightening in an owner's name",
      [v1, approved(published(tightened(policyOf(1n)), v1), { owners: [ANN], notBefore: START, by: EVE })],
      onV1,
      1n,
      "bad-signature",
    ],
    [
      "adds a tightening of their own",
      [v1, approved(published(tightened(policyOf(1n)), v1), { owners: [EVE], notBefore: START })],
      onV1,
      1n,
      "not-an-owner",
    ],
    [
      "adds a tightening that nobody approved",
      [v1, published(tightened(policyOf(1n)), v1)],
      onV1,
      1n,
      "not-enough-approvals",
    ],
    [
      "takes a tightening out again",
      [v1],
      { floor: { version: 2n, policyHash: tightening.policyId }, firstSeen: {} },
      null,
      "below-floor",
    ],
    ["takes a link out of the chain", [v1, v3], onV1, 1n, "gap"],
    ["hangs a second first policy in", [v1, { ...v2, previousHash: ZERO_HASH }], onV1, 1n, "gap"],
    ["stores a version twice", [v1, v1], onV1, null, "altered-row"],
    ["stores another account's policy", [v1, eves(published(elsewhere, v1))], onV1, 1n, "other-account"],
    [
      "stores what is no policy",
      [
        v1,
        {
          ...v2,
          document: "null",
          policyId: contentId("policy", null),
        },
      ],
      onV1,
      1n,
      "not-a-policy",
    ],
  ];
  it.each(attacks)(
    "who %s neither loosens a policy nor rolls one back",
    (_name, rows, memory, inForce, code) => {
      const judged = judge(rows, { memory, ...at(9n) });
      expect(judged.version).toBe(inForce);
      expect(code === "not-enough-approvals" ? judged.codes : judged.incidents).toContain(code);
      expect(judged.memory.floor).toEqual(memory.floor);
    },
  );

  it("cannot end a policy by deleting its approvals, which is noticed", () => {
    expect(judge([{ ...v1, approvals: [] }], { memory: onV1 })).toMatchObject({
      version: 1n,
      codes: ["re-approve"],
    });
  });

  it("cannot bring a version in before the delay by holding its approvals back", () => {
    const late = judge([v1, v2], { memory: onV1, ...at(30n) });
    expect(late).toMatchObject({
      version: 1n,
      incidents: ["back-dated"],
      pending: [{ effectiveAt: START + 31n * DAY }],
    });
  });
});
