import { type Address, zeroAddress } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  ascending,
  delays,
  type EigenlayerCall,
  noApproval,
  openTestEigenlayer,
  operatorSet,
  people,
  type TestEigenlayer,
  wad,
} from "../../src/testing/eigenlayer.ts";

const { operator, avs, staker, stranger } = people;
const native = "0xbeaC0eeEeeeeEEeEeEEEEeeEEeEeeeEeeEEBEaC0";
const burnAddress = "0x00000000000000000000000000000000000E16E4";
const redistributing = { avs, id: 2 } as const;

let el: TestEigenlayer;
let strategies: readonly Address[];
const allocation = (fn: string, args: readonly unknown[], from: Address = avs): EigenlayerCall => ({
  contract: "AllocationManager",
  fn,
  args,
  from,
});
const slash = (
  change: { id?: number; strategies?: readonly Address[]; wads?: readonly bigint[] },
  from: Address = avs,
) => {
  const { id = 1, strategies: slashed = strategies, wads = slashed.map(() => wad / 10n) } = change;
  const params = { operator, operatorSetId: id, strategies: slashed, wadsToSlash: wads, description: "test" };
  return allocation("slashOperator", [avs, params], from);
};
const tokenOf = (strategy: Address) =>
  el.tokens.find((one) => one.strategy === strategy)?.token ?? zeroAddress;
const balance = (token: Address, account: Address) =>
  el.read<bigint>({ contract: "MintableToken", at: token, fn: "balanceOf", args: [account] });
const allocate = (set: { avs: Address; id: number }, magnitude: bigint) => {
  const newMagnitudes = strategies.map(() => magnitude);
  return allocation(
    "modifyAllocations",
    [operator, [{ operatorSet: set, strategies, newMagnitudes }]],
    operator,
  );
};

beforeAll(async () => {
  el = await openTestEigenlayer();
  strategies = ascending(el);
  for (const { token, strategy } of el.tokens)
    await el.send({
      contract: "StrategyManager",
      fn: "depositIntoStrategy",
      args: [strategy, token, wad],
      from: staker,
    });
  await el.send({
    contract: "DelegationManager",
    fn: "delegateTo",
    args: [operator, ...noApproval],
    from: staker,
  });
});
afterAll(() => el.empty.stop());

describe("a slash is refused", () => {
  test.each<[what: string, call: () => EigenlayerCall, error: string]>([
    ["by a stranger", () => slash({}, stranger), "InvalidCaller"],
    [
      "in another order",
      () => slash({ strategies: strategies.toReversed() }),
      "StrategiesMustBeInAscendingOrder",
    ],
    ["of nothing", () => slash({ wads: [0n, 1n] }), "InvalidWadToSlash"],
    ["of more than all", () => slash({ wads: [wad + 1n, 1n] }), "InvalidWadToSlash"],
    ["with an amount too few", () => slash({ wads: [1n] }), "InputArrayLengthMismatch"],
    ["in a set that does not exist", () => slash({ id: 9 }), "InvalidOperatorSet"],
    ["in a strategy of no set", () => slash({ strategies: [native] }), "StrategyNotInOperatorSet"],
  ])("%s", async (_what, call, error) => {
    expect(await el.refusal(call())).toBe(error);
  });
});

test("a slash takes from the stake, is kept, and anybody may send it to the burn address", async () => {
  const stake = async () =>
    el.read<bigint[][]>(
      allocation("getMinimumSlashableStake", [operatorSet, [operator], strategies, 1_000_000], stranger),
    );
  expect(await stake()).toEqual([[wad, wad]]);
  const events = await el.send(slash({ wads: [wad / 4n, wad / 2n] }));
  expect(events.find(({ eventName }) => eventName === "OperatorSlashed")?.args).toMatchObject({
    operator,
    wadSlashed: [wad / 4n, wad / 2n],
  });
  expect(await stake()).toEqual([[(wad * 3n) / 4n, wad / 2n]]);
  const keeper = (fn: string, args: readonly unknown[]): EigenlayerCall => ({
    contract: "StrategyManager",
    fn,
    args,
    from: stranger,
  });
  expect(await el.read(keeper("getPendingOperatorSets", []))).toEqual([operatorSet]);
  expect(await el.read(keeper("getPendingSlashIds", [operatorSet]))).toEqual([1n]);
  expect(await el.read(keeper("getBurnOrRedistributableCount", [operatorSet, 1n]))).toBe(2n);
  await el.send(keeper("clearBurnOrRedistributableShares", [operatorSet, 1n]));
  expect(await balance(tokenOf(strategies[0] ?? "0x"), burnAddress)).toBe(wad / 4n);
  expect(await balance(tokenOf(strategies[1] ?? "0x"), burnAddress)).toBe(wad / 2n);
  expect(await el.read(keeper("getPendingOperatorSets", []))).toEqual([]);
});

describe("a redistributing set", () => {
  const create = (recipient: Address, set: readonly Address[] = strategies) =>
    allocation("createRedistributingOperatorSets", [
      avs,
      [{ operatorSetId: 2, strategies: set }],
      [recipient],
    ]);

  test.each<[what: string, call: () => EigenlayerCall, error: string]>([
    ["without a recipient", () => create(zeroAddress), "InputAddressZero"],
    ["that would burn", () => create(burnAddress), "InvalidRedistributionRecipient"],
    ["of native ether", () => create(stranger, [native]), "InvalidStrategy"],
    ["of another service", () => ({ ...create(stranger), from: stranger }), "InvalidPermissions"],
  ])("is not made %s", async (_what, call, error) => {
    expect(await el.refusal(call())).toBe(error);
  });

  test("sends what it slashes to its recipient", async () => {
    await el.send(create(stranger));
    expect(await el.read(allocation("isRedistributingOperatorSet", [redistributing]))).toBe(true);
    expect(await el.read(allocation("isRedistributingOperatorSet", [operatorSet]))).toBe(false);
    expect(await el.read(allocation("getRedistributionRecipient", [redistributing]))).toBe(stranger);
    await el.send(
      allocation("registerForOperatorSets", [operator, { avs, operatorSetIds: [2], data: "0x" }], operator),
    );
    expect(await el.read(allocation("isOperatorRedistributable", [operator]))).toBe(true);
    expect(await el.refusal(allocate(redistributing, wad / 10n))).toBe("InsufficientMagnitude");
  });
});

describe("allocations", () => {
  test("shrink after the deallocation delay and are slashable until then", async () => {
    const [first = zeroAddress] = strategies;
    const change = { operatorSet, strategies: [first], newMagnitudes: [wad / 4n] };
    await el.send(allocation("modifyAllocations", [operator, [change]], operator));
    const start = await el.empty.chain.reader.getBlockNumber();
    const effectBlock = Number(start) + delays.deallocation + 1;
    expect(await el.read(allocation("getAllocation", [operator, operatorSet, first]))).toEqual({
      currentMagnitude: (wad * 3n) / 4n,
      pendingDiff: -(wad / 2n),
      effectBlock,
    });
    expect(await el.refusal(allocation("modifyAllocations", [operator, [change]], operator))).toBe(
      "ModificationAlreadyPending",
    );
    const atBlock = async (block: number) =>
      el.read(allocation("getMinimumSlashableStake", [operatorSet, [operator], [first], block]));
    expect(await atBlock(effectBlock - 1)).toEqual([[(wad * 3n) / 4n]]);
    // A third of the operator's three quarters, and a third is rounded down.
    expect(await atBlock(effectBlock)).toEqual([[wad / 4n - 1n]]);
    while (Number(await el.empty.chain.reader.getBlockNumber()) < effectBlock) await el.empty.run([]);
    expect(await el.read(allocation("getAllocatableMagnitude", [operator, first]))).toBe(wad / 2n);
    expect(await el.read(allocation("getStrategyAllocations", [operator, first]))).toEqual([
      [operatorSet],
      [{ currentMagnitude: wad / 4n, pendingDiff: 0n, effectBlock: 0 }],
    ]);
  });

  test("grow after the operator's allocation delay, which itself changes after the configuration delay", async () => {
    const [first = zeroAddress] = strategies;
    expect(await el.read(allocation("getAllocationDelay", [operator]))).toEqual([true, 0]);
    await el.send(allocation("setAllocationDelay", [operator, 3], operator));
    expect(await el.read(allocation("getAllocationDelay", [operator]))).toEqual([true, 0]);
    for (let block = 0; block <= delays.allocationConfiguration; block += 1) await el.empty.run([]);
    expect(await el.read(allocation("getAllocationDelay", [operator]))).toEqual([true, 3]);
    const change = { operatorSet: redistributing, strategies: [first], newMagnitudes: [wad / 4n] };
    await el.send(allocation("modifyAllocations", [operator, [change]], operator));
    const read = () =>
      el.read<{ currentMagnitude: bigint }>(allocation("getAllocation", [operator, redistributing, first]));
    for (let block = 0; block < 3; block += 1) {
      expect((await read()).currentMagnitude).toBe(0n);
      await el.empty.run([]);
    }
    expect((await read()).currentMagnitude).toBe(wad / 4n);
    expect(await el.read(allocation("getAllocatedSets", [operator]))).toEqual([operatorSet, redistributing]);
    await el.send(slash({ id: 2, strategies: [first], wads: [wad] }));
    const clear = { contract: "StrategyManager", fn: "clearBurnOrRedistributableSharesByStrategy" } as const;
    await el.send({ ...clear, args: [redistributing, 1n, first] });
    // A quarter of the whole, of what the first slash had left, rounded against the operator.
    expect(await balance(tokenOf(first), stranger)).toBe(wad / 4n);
  });
});

test("a slasher is changed by the service, after the configuration delay", async () => {
  await el.send(allocation("updateSlasher", [operatorSet, stranger]));
  const start = Number(await el.empty.chain.reader.getBlockNumber());
  expect(await el.read(allocation("getPendingSlasher", [operatorSet]))).toEqual([
    stranger,
    start + delays.allocationConfiguration + 1,
  ]);
  expect(await el.refusal(slash({}, stranger))).toBe("InvalidCaller");
  for (let block = 0; block <= delays.allocationConfiguration; block += 1) await el.empty.run([]);
  expect(await el.read(allocation("getSlasher", [operatorSet]))).toBe(stranger);
  expect(await el.refusal(slash({}))).toBe("InvalidCaller");
  expect(await el.refusal(slash({}, stranger))).toBe(null);
});
