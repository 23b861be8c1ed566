import { encodeFunctionData } from "viem";
import type { Action, Output, Scene } from "./action.ts";
import { etherDelta } from "./etherDelta.ts";
import { adapterAbi } from "./etherfiAbi.ts";
import { figure } from "./recordedStep.ts";

/** Deposits, reports and requests. */
export const poolActions: readonly Action[] = [
  {
    pattern: /^LiquidityPool\.deposit$/,
    act: async (scene) => {
      const { rig, holder, step } = scene;
      const value = figure(step, "args.value");
      const transaction = rig.call(rig.contracts.liquidityPool, { from: holder, fn: "deposit", value });
      return {
        from: holder,
        door: "liquidityPool",
        args: ["value"],
        transactions: [transaction],
        outputs: [etherDelta(scene)],
      };
    },
  },
  {
    pattern: /^rebase \(by EtherFiAdmin\)$/,
    act: async (scene) => {
      const { rig, step } = scene;
      const args = [figure(step, "args.accruedRewards"), figure(step, "args.protocolFees")];
      return {
        from: rig.operator,
        door: "liquidityPool",
        args: ["accruedRewards", "protocolFees"],
        transactions: [rig.call(rig.contracts.liquidityPool, { fn: "rebase", args })],
        outputs: [etherDelta(scene)],
      };
    },
  },
  {
    pattern: /^LiquidityPool\.requestWithdraw$/,
    act: async (scene) => {
      const { rig, holder, step } = scene;
      const args = [holder, figure(step, "args.amount")];
      const to = rig.contracts.liquidityPool;
      return {
        from: holder,
        door: "liquidityPool",
        args: ["amount"],
        transactions: [rig.call(to, { from: holder, fn: "requestWithdraw", args })],
        ...requested(scene),
      };
    },
  },
  {
    pattern: /^WeETHWithdrawAdapter\.requestWithdraw$/,
    act: async (scene) => {
      const { rig, holder, step } = scene;
      const data = encodeFunctionData({
        abi: adapterAbi,
        functionName: "requestWithdraw",
        args: [figure(step, "args.amount"), holder],
      });
      return {
        from: holder,
        door: "adapter",
        args: ["amount"],
        transactions: [{ what: "request by the adapter", from: holder, to: rig.contracts.adapter, data }],
        ...requested(scene),
      };
    },
  },
];

/** What a request is known by, and who owns it from now on. */
function requested(scene: Scene) {
  const { rig, holder, requestOwners } = scene;
  const { view, contracts } = rig;
  const newest = async () => BigInt(await view<number>(contracts.withdrawRequestNFT, "nextRequestId")) - 1n;
  const request = async () =>
    view<{ amountOfEEth: bigint; shareOfEEth: bigint }>(contracts.withdrawRequestNFT, [
      "getRequest",
      await newest(),
    ]);
  const outputs: Output[] = [
    etherDelta(scene),
    { field: "requestId", when: "after", read: newest },
    { field: "amountOfEEth", when: "after", read: async () => (await request()).amountOfEEth },
    { field: "shareOfEEth", when: "after", read: async () => (await request()).shareOfEEth },
  ];
  const settle = async () => {
    requestOwners.set(await newest(), holder);
  };
  return { outputs, settle };
}
