import type { Hex, Plan, SafeTransaction } from "@ballast/core";
import fc from "fast-check";
import { decodeFunctionData, erc20Abi, parseAbi } from "viem";
import { describe, expect, it } from "vitest";
import { buildBatch } from "../buildBatch.ts";
import { arbitraryPlan } from "../testing/arbitraryPlan.ts";
import { type AnyCall, encodeBatch } from "../testing/encodeBatch.ts";
import { ACCOUNT, callsOf, DEADLINE, inspectionOf, SAFE_STATE } from "../testing/sampleBatch.ts";
import { SAMPLE_DEPLOYMENT } from "../testing/sampleDeployment.ts";
import { stubSafeNode } from "../testing/stubSafeNode.ts";
import { decodeMultiSend } from "./decodeMultiSend.ts";
import { inspectBatch } from "./inspectBatch.ts";

const build = async (plan: Plan, nonce = SAFE_STATE.nonce) => {
  const { transaction } = await buildBatch({
    calls: callsOf(plan),
    deadline: DEADLINE,
    account: ACCOUNT,
    nonce,
    deployment: SAMPLE_DEPLOYMENT,
    safeVersion: "1.4.1",
    source: stubSafeNode("1.4.1"),
  });
  return transaction;
};

const bytesOf = (plan: Plan): string =>
  callsOf(plan)
    .map(({ to, data }) => `${to}${data}`)
    .join();

const refused = (plan: Plan, transaction: SafeTransaction): boolean =>
  inspectBatch({ ...inspectionOf(plan), transaction }).length > 0;

const SWAP_ROUTER = parseAbi([
  "struct Swap { address tokenIn; address tokenOut; uint24 fee; address recipient; uint256 amountIn; uint256 amountOutMinimum; uint160 sqrtPriceLimitX96; }",
  "function exactInputSingle(Swap params) returns (uint256)",
]);

/** Bytes of the transaction's data with one of them changed, taken out or put in. */
const byteEdit = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom("change", "remove", "insert", "append"),
  byte: fc.integer({ min: 1, max: 255 }),
});
type ByteEdit = typeof byteEdit extends fc.Arbitrary<infer Edit> ? Edit : never;

function edited(data: Hex, { at, kind, byte }: ByteEdit): Hex {
  const bytes = [...Buffer.from(data.slice(2), "hex")];
  const place = at % bytes.length;
  if (kind === "change") bytes[place] = (bytes[place] ?? 0) ^ byte;
  else if (kind === "append") bytes.push(byte);
  else bytes.splice(place, kind === "remove" ? 1 : 0, ...(kind === "insert" ? [byte] : []));
  return `0x${Buffer.from(bytes).toString("hex")}`;
}

const address = fc
  .uint8Array({ minLength: 20, maxLength: 20 })
  .map((bytes): Hex => `0x${Buffer.from(bytes).toString("hex")}`);
const word = fc.bigInt(0n, 2n ** 256n - 1n);

/** A well-formed batch that differs from the built one in one call: what a wrong or malicious builder would write. */
const callEdit = fc.oneof(
  fc.record({ edit: fc.constant("target" as const), at: fc.nat(), to: address }),
  fc.record({ edit: fc.constant("argument" as const), at: fc.nat(), argument: fc.nat(), value: word }),
  fc.record({ edit: fc.constant("delegatecall" as const), at: fc.nat() }),
  fc.record({ edit: fc.constant("value" as const), at: fc.nat(), value: fc.bigInt(1n, 2n ** 128n) }),
  fc.record({ edit: fc.constant("drop" as const), at: fc.nat() }),
  fc.record({ edit: fc.constant("repeat" as const), at: fc.nat() }),
);
type CallEdit = typeof callEdit extends fc.Arbitrary<infer Edit> ? Edit : never;

function withArgument(data: Hex, { argument, value }: { argument: number; value: bigint }): Hex {
  const words = (data.length - 10) / 64;
  const start = 10 + (argument % words) * 64;
  return `${data.slice(0, start)}${value.toString(16).padStart(64, "0")}${data.slice(start + 64)}` as Hex;
}

function changedCall(call: AnyCall, change: CallEdit): readonly AnyCall[] {
  if (change.edit === "target") return [{ ...call, to: change.to }];
  if (change.edit === "argument") return [{ ...call, data: withArgument(call.data, change) }];
  if (change.edit === "delegatecall") return [{ ...call, operation: 1 }];
  if (change.edit === "value") return [{ ...call, value: change.value }];
  return change.edit === "drop" ? [] : [call, call];
}

describe("batches of random plans", () => {
  it("as built pass the firewall", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryPlan, fc.bigInt(0n, 100n), async (plan, lead) => {
        const transaction = await build(plan, SAFE_STATE.nonce + lead);
        expect(inspectBatch({ ...inspectionOf(plan), transaction })).toEqual([]);
      }),
    );
  });

  it("are refused after any edit of any byte of their data", async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryPlan,
        fc.array(byteEdit, { minLength: 50, maxLength: 50 }),
        async (plan, edits) => {
          const transaction = await build(plan);
          for (const edit of edits) {
            const data = edited(transaction.data, edit);
            if (data !== transaction.data) expect(refused(plan, { ...transaction, data })).toBe(true);
          }
        },
      ),
    );
  });

  it("are refused when well-formed but one call differs in target, argument, operation, value, or number", async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryPlan,
        fc.array(callEdit, { minLength: 20, maxLength: 20 }),
        async (plan, edits) => {
          const transaction = await build(plan);
          const calls: readonly AnyCall[] = decodeMultiSend(transaction.data).map(({ to, value, data }) => ({
            to,
            value,
            data,
          }));
          for (const change of edits) {
            const at = change.at % calls.length;
            const wrong = encodeBatch(
              calls.flatMap((call, index) => (index === at ? changedCall(call, change) : [call])),
            );
            if (wrong.data !== transaction.data) expect(refused(plan, wrong)).toBe(true);
          }
        },
      ),
    );
  });

  it("are refused when built for any other plan", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryPlan, arbitraryPlan, async (plan, other) => {
        fc.pre(bytesOf(plan) !== bytesOf(other));
        expect(refused(plan, await build(other))).toBe(true);
      }),
    );
  });

  it("never pay anyone but the Safe, never leave an allowance, never delegatecall again", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryPlan, async (plan) => {
        const entries = decodeMultiSend((await build(plan)).data);
        expect(entries.every(({ operation, value }) => operation === 0n && value === 0n)).toBe(true);
        for (let at = 1; at < entries.length; at += 2) {
          const approval = decodeFunctionData({ abi: erc20Abi, data: entries[at]?.data ?? "0x" });
          const swap = decodeFunctionData({ abi: SWAP_ROUTER, data: entries[at + 1]?.data ?? "0x" }).args[0];
          expect(swap.recipient.toLowerCase()).toBe(ACCOUNT.address);
          expect(swap.tokenIn.toLowerCase()).toBe(entries[at]?.to);
          expect(approval.args).toEqual([expect.anything(), swap.amountIn]);
        }
      }),
    );
  });
});
