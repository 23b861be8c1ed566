import { describe, expect, it } from "vitest";
import { buildRejection } from "./buildRejection.ts";
import { onChainTransactionHash } from "./onChainTransactionHash.ts";
import { ACCOUNT } from "./testing/sampleBatch.ts";
import { reverts, silent, stubReader, yields } from "./testing/stubReader.ts";

const HASH = `0x${"c0".repeat(32)}` as const;
const subject = { account: ACCOUNT, transaction: buildRejection(ACCOUNT, 7n) };

describe("onChainTransactionHash", () => {
  it("is what the Safe answers to getTransactionHash", async () => {
    const { reader, asked } = stubReader(() => yields(HASH));
    expect(await onChainTransactionHash(reader, subject)).toEqual({ ok: true, hash: HASH });
    expect(asked[0]?.[0]).toMatchObject({ to: ACCOUNT.address, data: expect.stringMatching(/^0xd8d11f78/) });
  });

  it.each([
    ["a revert", reverts(), "revert"],
    ["silence", silent, "rpc"],
    ["no contract", yields("0x"), "short-data"],
    ["half a word", yields("0xc0"), "short-data"],
    ["two words", yields(`0x${"c0".repeat(64)}` as const), "short-data"],
  ] as const)("is missing after %s", async (_, result, code) => {
    const { reader } = stubReader(() => result);
    const found = await onChainTransactionHash(reader, subject);
    expect(found).toMatchObject({ ok: false, missing: { subject: "safe-tx-hash", code } });
  });
});
