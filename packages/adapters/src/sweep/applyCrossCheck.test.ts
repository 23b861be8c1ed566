import { type HeadReading, type PositionReading, positionId, sourceId } from "@ballast/core";
import { describe, expect, it } from "vitest";
import { SAFE_STATE } from "../rails/safe/testing/sampleBatch.ts";
import { ACCOUNT, BLOCK } from "../testing/fakeReader.ts";
import { headsAfter, withoutDisputed } from "./applyCrossCheck.ts";
import type { CrossCheck } from "./crossCheck.ts";
import type { SnapshotParts } from "./snapshotParts.ts";

const OTHER = { ...ACCOUNT, address: `0x${"5b".repeat(20)}` } as const;
const POSITION = { position: positionId("lido:wstETH") } as PositionReading;
const KEPT = { position: positionId("etherfi:weETH") } as PositionReading;

const PARTS = {
  account: ACCOUNT,
  block: BLOCK,
  safe: SAFE_STATE,
  positions: [POSITION, KEPT],
  disputes: [],
  missing: [],
} as unknown as SnapshotParts;

const disputeOf = (subject: string, account = ACCOUNT): CrossCheck["disputes"][number] => ({
  account,
  dispute: { subject, values: [] },
  missing: { subject, code: "disputed", retry: true, detail: "" },
});
const checkOf = (...disputes: CrossCheck["disputes"][number][]): CrossCheck => ({ disputes, silent: [] });

const headOf = (id: string, state: HeadReading["state"]): HeadReading => ({
  source: sourceId(id),
  state,
  number: BLOCK.number,
  hash: BLOCK.hash,
  detail: "before",
});

describe("withoutDisputed", () => {
  it("leaves an account alone that nobody disputes", () => {
    expect(withoutDisputed(PARTS, checkOf())).toEqual(PARTS);
    expect(withoutDisputed(PARTS, checkOf(disputeOf("position:lido:wstETH", OTHER)))).toEqual(PARTS);
  });

  it("takes out the disputed position alone, and says so twice", () => {
    const parts = withoutDisputed(PARTS, checkOf(disputeOf("position:lido:wstETH")));
    expect(parts.positions).toEqual([KEPT]);
    expect(parts.safe).toBe(SAFE_STATE);
    expect(parts.disputes.map(({ subject }) => subject)).toEqual(["position:lido:wstETH"]);
    expect(parts.missing.map(({ code }) => code)).toEqual(["disputed"]);
  });

  it("takes out the Safe", () => {
    const parts = withoutDisputed(PARTS, checkOf(disputeOf("safe")));
    expect(parts.safe).toBeNull();
    expect(parts.positions).toHaveLength(2);
  });

  it("says of each subject once why it is missing: the dispute", () => {
    const revert = { subject: "safe", code: "revert", retry: false, detail: "" } as const;
    const parts = withoutDisputed({ ...PARTS, missing: [revert] }, checkOf(disputeOf("safe")));
    expect(parts.missing.map(({ subject, code }) => [subject, code])).toEqual([["safe", "disputed"]]);
  });
});

describe("headsAfter", () => {
  const heads = [headOf("rpc-1", "agrees"), headOf("rpc-2", "agrees"), headOf("rpc-3", "lags")];

  it("makes a source silent that did not confirm, and says why", () => {
    const after = headsAfter(heads, {
      disputes: [],
      silent: [{ source: sourceId("rpc-2"), detail: "timed out" }],
    });
    expect(after.map(({ state }) => state)).toEqual(["agrees", "silent", "lags"]);
    expect(after[1]?.detail).toBe("timed out");
  });

  it("changes nothing where all confirmed", () => {
    expect(headsAfter(heads, checkOf())).toEqual(heads);
  });
});
