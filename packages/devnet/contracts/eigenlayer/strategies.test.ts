import { type Address, encodeFunctionData, getAddress, type Hex, parseAbi, zeroAddress } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { devnetAccounts } from "../../src/accounts.ts";
import {
  type EigenlayerCall,
  openTestEigenlayer,
  people,
  type TestEigenlayer,
} from "../../src/testing/eigenlayer.ts";

const { staker, stranger } = people;
const administrator = devnetAccounts.operator.address;

let el: TestEigenlayer;
let token: Address;
let strategy: Address;
const manager = (fn: string, args: readonly unknown[], from: Address = administrator): EigenlayerCall => ({
  contract: "StrategyManager",
  fn,
  args,
  from,
});
const deposit = (into: Address, amount: bigint) =>
  manager("depositIntoStrategy", [into, token, amount], staker);

beforeAll(async () => {
  el = await openTestEigenlayer();
  token = el.tokens[0]?.token ?? zeroAddress;
  strategy = el.tokens[0]?.strategy ?? zeroAddress;
});
afterAll(() => el.empty.stop());

describe("a strategy with limits", () => {
  let limited: Address;
  beforeAll(async () => {
    const registry = await el.read<Address>({ contract: "StrategyManager", fn: "pauserRegistry" });
    const code = await el.empty.deploy("StrategyBaseTVLLimits", [el.strategies, registry]);
    const setup = encodeFunctionData({
      abi: parseAbi(["function initialize(uint256, uint256, address)"]),
      args: [100n, 150n, token],
    });
    limited = await el.empty.deploy("UpgradeableProxy", [code, devnetAccounts.reporter.address, setup]);
    await el.send(manager("addStrategiesToDepositWhitelist", [[limited]]));
  });
  const limits = (fn: string, args: readonly unknown[], from?: Address): EigenlayerCall => ({
    contract: "StrategyBaseTVLLimits",
    at: limited,
    fn,
    args,
    ...(from === undefined ? {} : { from }),
  });

  test("takes no deposit above the one and no balance above the other", async () => {
    expect(await el.refusal(deposit(limited, 101n))).toBe("MaxPerDepositExceedsMax");
    await el.send(deposit(limited, 100n));
    expect(await el.refusal(deposit(limited, 51n))).toBe("BalanceExceedsMaxTotalDeposits");
    await el.send(deposit(limited, 50n));
    expect(await el.read(limits("totalShares", []))).toBe(150n);
  });

  test("has its limits from the unpauser, the smaller one first", async () => {
    expect(await el.refusal(limits("setTVLLimits", [1n, 2n], stranger))).toBe("OnlyUnpauser");
    expect(await el.refusal(limits("setTVLLimits", [3n, 2n]))).toBe("MaxPerDepositExceedsMax");
    await el.send(limits("setTVLLimits", [1n, 1000n]));
    expect(await el.read(limits("getTVLLimits", []))).toEqual([1n, 1000n]);
  });

  test("never exceeds the most shares that a strategy may have", async () => {
    await el.send(limits("setTVLLimits", [10n ** 39n, 10n ** 39n]));
    await el.send({ contract: "MintableToken", at: token, fn: "mint", args: [staker, 10n ** 39n] });
    expect(await el.refusal(deposit(limited, 10n ** 38n))).toBe("TotalSharesExceedsMax");
  });
});

describe("the whitelist", () => {
  test.each(["addStrategiesToDepositWhitelist", "removeStrategiesFromDepositWhitelist"])(
    "%s is the whitelister's",
    async (fn) => {
      expect(await el.refusal(manager(fn, [[strategy]], stranger))).toBe("OnlyStrategyWhitelister");
    },
  );

  test("stops deposits of a strategy and starts them again", async () => {
    await el.send(manager("removeStrategiesFromDepositWhitelist", [[strategy]]));
    expect(await el.refusal(deposit(strategy, 5n))).toBe("StrategyNotWhitelisted");
    await el.send(manager("addStrategiesToDepositWhitelist", [[strategy]]));
    expect(await el.refusal(deposit(strategy, 5n))).toBe(null);
  });
});

describe("pauses", () => {
  const names = ["StrategyManager", "DelegationManager", "AllocationManager", "EigenPodManager"] as const;
  test.each(names)("%s: a pauser only sets bits, the unpauser only clears them", async (contract) => {
    const own = (fn: string, status: bigint, from: Address = administrator) => ({
      contract,
      fn,
      args: [status],
      from,
    });
    expect(await el.refusal(own("pause", 5n, stranger))).toBe("OnlyPauser");
    await el.send(own("pause", 5n));
    expect(await el.read({ contract, fn: "paused", args: [] })).toBe(5n);
    expect(await el.read({ contract, fn: "paused", args: [2] })).toBe(true);
    expect(await el.read({ contract, fn: "paused", args: [1] })).toBe(false);
    expect(await el.refusal(own("pause", 1n))).toBe("InvalidNewPausedStatus");
    expect(await el.refusal(own("unpause", 0n, stranger))).toBe("OnlyUnpauser");
    expect(await el.refusal(own("unpause", 7n))).toBe("InvalidNewPausedStatus");
    const [event] = await el.send(own("unpause", 0n));
    expect(event).toMatchObject({
      eventName: "Unpaused",
      args: { account: administrator, newPausedStatus: 0n },
    });
  });
});

describe("proxies", () => {
  test.each(["StrategyManager", "DelegationManager", "AllocationManager", "EigenPodManager"] as const)(
    "%s is initialised once",
    async (contract) => {
      const args = { StrategyManager: [stranger, stranger, 0n], EigenPodManager: [stranger, 0n] };
      const given = args[contract as keyof typeof args] ?? [0n];
      expect(await el.refusal({ contract, fn: "initialize", args: given })).toBe("AlreadyInitialized");
    },
  );

  test("show their implementation, which is itself locked", async () => {
    const slot = "0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc";
    const word = await el.empty.chain.reader.getStorageAt({ address: el.delegation, slot });
    const at = getAddress(`0x${(word as Hex).slice(-40)}`);
    expect(await el.refusal({ contract: "DelegationManager", at, fn: "initialize", args: [0n] })).toBe(
      "AlreadyInitialized",
    );
  });
});

describe("native ether", () => {
  const gwei = 10n ** 9n;
  const update = (before: bigint, delta: bigint, from: Address = administrator): EigenlayerCall => ({
    contract: "EigenPodManager",
    fn: "recordBeaconChainETHBalanceUpdate",
    args: [staker, before, delta],
    from,
  });
  const native = "0xbeaC0eeEeeeeEEeEeEEEEeeEEeEeeeEeeEEBEaC0";

  test("is reported by the owner, in whole gwei", async () => {
    expect(await el.refusal(update(0n, gwei, stranger))).toBe("OnlyEigenPod");
    expect(await el.refusal(update(0n, 1n))).toBe("SharesNotMultipleOfGwei");
    await el.send(update(0n, 4n * gwei));
    const events = await el.send(update(4n * gwei, -gwei));
    expect(events).toMatchObject([
      {
        eventName: "BeaconChainSlashingFactorDecreased",
        args: { newBeaconChainSlashingFactor: 75n * 10n ** 16n },
      },
    ]);
  });

  test("is withdrawn as ether from what the manager was sent", async () => {
    const entry = { strategies: [native], depositShares: [4n * gwei], __deprecated_withdrawer: zeroAddress };
    const queue = {
      contract: "DelegationManager",
      fn: "queueWithdrawals",
      args: [[entry]],
      from: staker,
    } as const;
    const [queued] = (await el.send(queue)).slice(-1);
    const args = [queued?.args.withdrawal, [zeroAddress], true];
    const complete = {
      contract: "DelegationManager",
      fn: "completeQueuedWithdrawal",
      args,
      from: staker,
    } as const;
    for (let block = 0; block < 10; block += 1) await el.empty.run([]);
    expect(await el.refusal(complete)).toBe("InsufficientWithdrawableBalance");
    await el.empty.run([{ what: "ether", from: administrator, to: el.pods, value: 5n * gwei }]);
    await el.send(complete);
    expect(await el.empty.chain.reader.getBalance({ address: el.pods })).toBe(2n * gwei);
  });
});
