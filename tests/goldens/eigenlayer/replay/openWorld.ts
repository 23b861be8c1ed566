import type { DevnetTransaction, EigenlayerDelays } from "@ballast/devnet";
import { maxUint256, toHex, zeroAddress } from "viem";
import type { Setup } from "../form/scenario.ts";
import { eigenlayerAbi } from "./abi.ts";
import { call } from "./call.ts";
import { deployWorld } from "./deployWorld.ts";
import { OPERATOR_SET_ID, type World } from "./World.ts";

/** Enough for any deposit, and far from where sums overflow. */
const TOKENS = 2n ** 160n;
const ETHER = toHex(10n ** 28n);

/**
 * Deploys everything anew and brings it to where a scenario begins: operators without approver or allocation delay, registered for the
 * one operator set and allocated as recorded; stakers with tokens and approvals.
 */
export async function openWorld(
  on: Pick<World, "chain" | "reader">,
  scenario: { setup: Setup; delays: EigenlayerDelays },
): Promise<World> {
  const world = await deployWorld(on, scenario);
  const { operators, stakers, avs } = scenario.setup;
  const { chain, reader } = on;
  const { rpc } = chain.chain;
  await rpc("anvil_autoImpersonateAccount", true);
  // The window of the queue is counted back from the present block: before it, there must be blocks.
  for (let block = await reader.getBlockNumber(); block <= scenario.delays.minWithdrawal; block += 1n)
    await chain.run([]);
  for (const account of [...operators, ...stakers, avs, world.contracts.pods])
    await rpc("anvil_setBalance", account, ETHER);
  await chain.run([...serviceCalls(world), ...operators.map((from) => registration(world, from))]);
  await chain.run([...tokenCalls(world), ...operators.flatMap((_, index) => joining(world, index))]);
  return world;
}

const addressesOf = ({ strategies }: World) => strategies.map(({ address }) => address);

function serviceCalls(world: World): readonly DevnetTransaction[] {
  const { contracts, setup } = world;
  const by = { to: contracts.allocations, abi: eigenlayerAbi.allocations, from: setup.avs } as const;
  const set = { operatorSetId: OPERATOR_SET_ID, strategies: addressesOf(world) };
  return [
    call({ ...by, fn: "updateAVSMetadataURI", args: [setup.avs, "replay"] }),
    call({ ...by, fn: "createOperatorSets", args: [setup.avs, [set]] }),
    call({
      to: contracts.strategies,
      abi: eigenlayerAbi.strategies,
      fn: "addStrategiesToDepositWhitelist",
      args: [world.strategies.flatMap(({ address, token }) => (token === null ? [] : [address]))],
    }),
  ];
}

function registration({ contracts }: World, from: `0x${string}`): DevnetTransaction {
  const args = [zeroAddress, 0, ""] as const;
  return call({
    to: contracts.delegation,
    abi: eigenlayerAbi.delegation,
    fn: "registerAsOperator",
    args,
    from,
  });
}

function tokenCalls({ contracts, strategies, setup }: World): readonly DevnetTransaction[] {
  return strategies.flatMap(({ token }) => {
    if (token === null) return [];
    const at = { to: token, abi: eigenlayerAbi.token } as const;
    return setup.stakers.flatMap((staker) => [
      call({ ...at, fn: "mint", args: [staker, TOKENS] }),
      call({ ...at, fn: "approve", args: [contracts.strategies, maxUint256], from: staker }),
    ]);
  });
}

/** Nothing is allocated where nothing was recorded: the contract refuses a change from 0 to 0. */
function joining(world: World, index: number): readonly DevnetTransaction[] {
  const { contracts, setup } = world;
  const [operator = zeroAddress, magnitude = 0n] = [setup.operators[index], setup.allocatedMagnitudes[index]];
  const by = { to: contracts.allocations, abi: eigenlayerAbi.allocations, from: operator } as const;
  const membership = { avs: setup.avs, operatorSetIds: [OPERATOR_SET_ID], data: "0x" } as const;
  const register = call({ ...by, fn: "registerForOperatorSets", args: [operator, membership] });
  if (magnitude === 0n) return [register];
  const strategies = addressesOf(world);
  const allocation = {
    operatorSet: { avs: setup.avs, id: OPERATOR_SET_ID },
    strategies,
    newMagnitudes: strategies.map(() => magnitude),
  };
  return [register, call({ ...by, fn: "modifyAllocations", args: [operator, [allocation]] })];
}
