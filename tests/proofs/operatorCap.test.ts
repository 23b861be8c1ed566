import type { Hex } from "@ballast/core";
import type { TickRow } from "@ballast/db";
import { devnetAccounts } from "@ballast/devnet";
import { encodeFunctionData, parseAbi } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sendAs } from "./asAccount.ts";
import { eigenLayerAddress, restakedBy } from "./restaked.ts";
import { operations, reserve, type Walk, walkOf } from "./walk.ts";
import { openTestKeeper, openWorld, type TestKeeper, type World } from "./world.ts";

/** Written anew from the contracts, so that nothing is shared with what the keeper encodes by. */
const ABI = parseAbi([
  "struct Signature { bytes signature; uint256 expiry; }",
  "function redelegate(address newOperator, Signature approver, bytes32 salt) returns (bytes32[])",
  "struct Withdrawal { address staker; address delegatedTo; address withdrawer; uint256 nonce; uint32 startBlock; address[] strategies; uint256[] scaledShares; }",
  "function completeQueuedWithdrawal(Withdrawal withdrawal, address[] tokens, bool receiveAsTokens)",
]);
/** Blocks that a queued withdrawal takes on the devnet, and the one after. */
const DELAY = 21;

let world: World;
let keeper: TestKeeper;
let walk: Walk;
beforeAll(async () => {
  world = await openWorld();
  keeper = await openTestKeeper(world);
  walk = walkOf(world, keeper);
});
afterAll(async () => {
  await keeper?.close();
  await world?.close();
});

const stakeOf = (account: typeof operations) => restakedBy(world.devnet.rpcUrls[0], account.address);
const fromReserve = (data: Hex) =>
  sendAs(reserve.address, {
    to: eigenLayerAddress("delegationManager"),
    data,
    rpcUrl: world.devnet.rpcUrls[0],
  });

/** The second Safe moves its stake to the operator of the first, by hand and outside of Ballast. */
async function moveReserveToOperatorA(): Promise<void> {
  const approver = { signature: "0x", expiry: 0n } as const;
  const salt = `0x${"00".repeat(32)}` as const;
  const args = [devnetAccounts.operatorA.address, approver, salt] as const;
  await fromReserve(encodeFunctionData({ abi: ABI, functionName: "redelegate", args }));
  await world.devnet.mineBlock();
  const [queued] = await stakeOf(reserve).queued();
  if (queued === undefined) throw new Error("nothing was queued");
  for (let mined = 0; mined < DELAY; mined++) await world.devnet.mineBlock();
  const tokens = [`0x${"00".repeat(20)}`] as const;
  const completion = [queued.withdrawal, tokens, false] as const;
  await fromReserve(
    encodeFunctionData({ abi: ABI, functionName: "completeQueuedWithdrawal", args: completion }),
  );
  await world.devnet.mineBlock();
}

describe("an operator's cap over both Safes", () => {
  const onA = async (tick: TickRow) =>
    (await walk.findingsOf(tick, "operator-cap")).filter(
      ({ subject }) => "id" in subject && subject.id === devnetAccounts.operatorA.address.toLowerCase(),
    );

  test("holds while each has an operator of its own", async () => {
    const [found] = await onA(await walk.judge(operations));
    expect(found).toMatchObject({ code: "within-cap", level: "ok" });
  });

  test("is broken by both together, and the larger stake asks for the part that is above", async () => {
    await moveReserveToOperatorA();
    expect(await stakeOf(reserve).operator()).toBe(devnetAccounts.operatorA.address);
    const tick = await walk.until(operations, "proposed", { blocks: 2 });
    const [found] = await onA(tick);
    expect(found).toMatchObject({
      code: "above-cap",
      measured: { unit: "bps", value: 1_000n },
      limit: { unit: "bps", value: 900n },
    });
    const { requests } = await walk.planOf(tick);
    expect(requests.map(({ order }) => order.kind)).toEqual(["eigenlayer-queue"]);
    expect((await walk.judge(reserve)).outcome).toBe("held");
  });

  test("is kept again once the owners of one Safe have signed", async () => {
    await walk.carryOut(await walk.openProposal(operations));
    await walk.judge(operations);
    for (const account of [operations, reserve]) {
      const [found] = await onA(await walk.judge(account));
      expect(found).toMatchObject({ code: "within-cap", level: "ok" });
    }
  });
});
