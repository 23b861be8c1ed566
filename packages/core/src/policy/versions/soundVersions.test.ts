import { describe, expect, it } from "vitest";
import { encodeCanonical } from "../../encoding/encodeCanonical.ts";
import { ACCOUNT, checked, policyOf, published, type Row } from "../../testing/versionStore.ts";
import { soundVersions } from "./soundVersions.ts";

const v1 = published(policyOf(1n));
const v2 = published(policyOf(2n), v1);
const judge = (rows: readonly Row[], account = ACCOUNT) =>
  soundVersions({ stored: rows.map(checked), account });

describe("stored versions", () => {
  it("that are what they say are kept, with their policy read", () => {
    const { sound, problems } = judge([v1, v2]);
    expect(problems).toEqual([]);
    expect(sound.map(({ policyId, policy }) => [policyId, policy.version])).toEqual([
      [v1.policyId, 1n],
      [v2.policyId, 2n],
    ]);
    expect(sound[0]?.policy).toEqual(policyOf(1n));
  });

  it("that are not are left out without touching the others", () => {
    const { sound, problems } = judge([{ ...v1, document: v2.document }, v2]);
    expect(sound.map(({ policyId }) => policyId)).toEqual([v2.policyId]);
    expect(problems).toMatchObject([
      { code: "hash-mismatch", subject: v1.policyId, version: 1n, level: "incident" },
    ]);
  });

  it.each([
    ["is not JSON", "{"],
    ["is empty", ""],
    ["has another key order", v1.document.replace('{"account":', '{"zccount":')],
    ["has a byte more", `${v1.document}\n`],
    ["is a policy with one digit changed", v1.document.replace('"$int":"31"', '"$int":"32"')],
  ])("whose text %s do not hash to their id", (_name, document) => {
    expect(document).not.toBe(v1.document);
    expect(judge([{ ...v1, document }]).problems).toMatchObject([{ code: "hash-mismatch" }]);
  });

  it("name in the problem what is wrong with a document that is no policy", () => {
    const value = { ...policyOf(1n), version: -1n };
    const row = { ...published(policyOf(1n)), document: encodeCanonical(value) };
    const { problems } = judge([{ ...row, policyId: published({ ...policyOf(1n), version: -1n }).policyId }]);
    expect(problems).toMatchObject([{ code: "not-a-policy", message: expect.stringContaining("version") }]);
  });

  it("of another account or chain are nobody's here", () => {
    expect(judge([v1], { ...ACCOUNT, chainId: 1n }).problems).toMatchObject([{ code: "other-account" }]);
    const address = `0x${"77".repeat(20)}` as const;
    expect(judge([v1], { ...ACCOUNT, address }).problems).toMatchObject([{ code: "other-account" }]);
  });

  it("that are stored twice are both left out: nobody knows which row was meant", () => {
    const { sound, problems } = judge([v1, { ...v1, previousHash: v2.policyId }, v2]);
    expect(sound.map(({ version }) => version)).toEqual([2n]);
    expect(problems.map(({ code }) => code)).toEqual(["altered-row", "altered-row"]);
  });
});
