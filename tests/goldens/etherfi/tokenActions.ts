import { type Address, maxUint256 } from "viem";
import type { Action, Output, Scene } from "./action.ts";
import { etherDelta } from "./etherDelta.ts";
import type { EtherfiRig } from "./etherfiRig.ts";
import type { Holders } from "./holders.ts";
import { figure } from "./recordedStep.ts";
import { StepProblem } from "./StepProblem.ts";

const token = (name: string | undefined) => (name === "weETH" ? "weETH" : "eETH");

/** The name under which a file's priority queue, which is not on the devnet, has an account here. */
export const PRIORITY_QUEUE = "priority queue";

/** Approvals, unlimited as the file's have no amount; wraps, unwraps, transfers. */
export const tokenActions: readonly Action[] = [
  {
    pattern: /^(eETH|weETH)\.approve\((\w+)\)$/,
    act: async (scene, [name, spender = ""]) => {
      const { rig, holder } = scene;
      const args = [await spenderOf(spender, scene), maxUint256];
      const transaction = rig.call(rig.contracts[token(name)], { from: holder, fn: "approve", args });
      return {
        from: holder,
        door: token(name),
        args: [],
        transactions: [transaction],
        outputs: [etherDelta(scene)],
      };
    },
  },
  {
    pattern: /^weETH\.(wrap|unwrap)$/,
    act: async (scene, [fn = ""]) => {
      const { rig, holder, step } = scene;
      const arg = fn === "wrap" ? "eETHAmount" : "weETHAmount";
      const args = [figure(step, `args.${arg}`)];
      const transaction = rig.call(rig.contracts.weETH, { from: holder, fn, args });
      return {
        from: holder,
        door: "weETH",
        args: [arg],
        transactions: [transaction],
        outputs: [etherDelta(scene)],
      };
    },
  },
  {
    pattern: /^eETH\.transfer to (\w+)$/,
    act: async (scene, [to = ""]) => {
      const { rig, holder, step, holders } = scene;
      const receiver = await holders.named(to);
      const args = [receiver, figure(step, "args.amount")];
      const transaction = rig.call(rig.contracts.eETH, { from: holder, fn: "transfer", args });
      return {
        from: holder,
        door: "eETH",
        args: ["amount"],
        transactions: [transaction],
        outputs: [etherDelta(scene), ...received(rig, receiver)],
      };
    },
  },
];

function received({ view, contracts: { eETH } }: EtherfiRig, receiver: Address): Output[] {
  return [
    { field: "receiverSharesDelta", when: "change", read: () => view(eETH, ["shares", receiver]) },
    { field: "receiverBalanceDelta", when: "change", read: () => view(eETH, ["balanceOf", receiver]) },
  ];
}

async function spenderOf(
  name: string,
  { rig: { contracts }, holders }: { rig: EtherfiRig; holders: Holders } & Pick<Scene, "step">,
): Promise<Address> {
  const spenders: Readonly<Record<string, Address>> = {
    weETH: contracts.weETH,
    LiquidityPool: contracts.liquidityPool,
    adapter: contracts.adapter,
    RedemptionManager: contracts.redemptionManager,
    PriorityQueue: await holders.named(PRIORITY_QUEUE),
  };
  const spender = spenders[name];
  if (spender === undefined)
    throw new StepProblem({
      field: "action",
      recorded: name,
      found: "no contract of this name may be approved here",
    });
  return spender;
}
