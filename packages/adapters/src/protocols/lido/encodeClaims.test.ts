import type { Claim } from "@ballast/core";
import fc from "fast-check";
import { decodeFunctionData } from "viem";
import { describe, expect, it } from "vitest";
import { ActionRefused } from "../../ActionRefused.ts";
import { addressOf } from "../../testing/devnetView.ts";
import { ACCOUNT } from "../../testing/fakeReader.ts";
import { FULL } from "../../testing/fullDeployment.ts";
import { etherfiClaim, lidoClaim } from "../../testing/sampleWithdrawals.ts";
import { QUEUE } from "./abi.ts";
import { encodeClaims } from "./encodeClaims.ts";

const encode = (claims: readonly Claim[], account = ACCOUNT) =>
  encodeClaims({ claims, account, deployment: FULL });

function refusal(claims: readonly Claim[], account = ACCOUNT): ActionRefused | null {
  try {
    encode(claims, account);
  } catch (error) {
    if (error instanceof ActionRefused) return error;
    throw error;
  }
  return null;
}

describe("claiming from Lido's queue", () => {
  it("claims all in one call, ids ascending by number and each with its hint, to the caller", () => {
    const [call, ...rest] = encode([lidoClaim(100n, 7n), lidoClaim(9n, 2n), lidoClaim(17n, 3n)]);
    expect(rest).toEqual([]);
    expect([call?.to, call?.value]).toEqual([addressOf("withdrawalQueue"), 0n]);
    expect(call?.data.slice(0, 10)).toBe("0xe3afe0a3");
    const { args } = decodeFunctionData({ abi: QUEUE, data: call?.data ?? "0x" });
    expect(args).toEqual([
      [9n, 17n, 100n],
      [2n, 3n, 7n],
    ]);
  });

  it("never names ids out of order, which the queue reverts as RequestIdsNotSorted", () => {
    const ids = fc.uniqueArray(fc.bigInt(1n, 10n ** 9n), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(ids, (list) => {
        const { args } = decodeFunctionData({
          abi: QUEUE,
          data: encode(list.map((id) => lidoClaim(id, id)))[0]?.data ?? "0x",
        });
        const [named, hints] = args as unknown as [bigint[], bigint[]];
        expect(named).toEqual(list.toSorted((a, b) => (a < b ? -1 : 1)));
        expect(hints).toEqual(named);
      }),
    );
  });

  it.each<[string, readonly Claim[], string]>([
    ["nothing", [], "claims"],
    ["one ticket twice", [lidoClaim(5n), lidoClaim(5n)], "claims"],
    ["a request that is not finalised", [lidoClaim(5n, 0n)], "order.hint"],
    ["another venue's ticket", [lidoClaim(5n), etherfiClaim(5n)], "order.kind"],
    ["an order of another ticket", [{ ...lidoClaim(5n), ticket: lidoClaim(6n).ticket }], "order.requestId"],
  ])("refuses to claim %s", (_name, claims, field) => {
    const refused = refusal(claims);
    expect(refused?.field).toBe(field);
    expect(refused?.message).toContain(refused?.limit);
  });

  it("says of an early claim what the queue would say", () => {
    expect(refusal([lidoClaim(5n, 0n)])?.message).toContain("RequestNotFoundOrNotFinalized");
  });

  it("refuses an account of another chain", () => {
    expect(refusal([lidoClaim(5n)], { ...ACCOUNT, chainId: 1n })?.field).toBe("account.chainId");
  });
});
