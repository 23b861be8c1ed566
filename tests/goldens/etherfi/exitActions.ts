import type { Address } from "viem";
import type { Action, Scene } from "./action.ts";
import { etherDelta } from "./etherDelta.ts";
import { at, figure } from "./recordedStep.ts";
import { redemptionOutputs } from "./redemptionOutputs.ts";
import { StepProblem } from "./StepProblem.ts";

/** Finalisations, claims and redemptions. */
export const exitActions: readonly Action[] = [
  {
    pattern: /^finalize \(admin: finalizeRequests \+ addEthAmountLockedForWithdrawal\)$/,
    act: async ({ rig, step }) => {
      const id = figure(step, "args.upToRequestId");
      const { withdrawRequestNFT, liquidityPool } = rig.contracts;
      const locked = [figure(step, "args.lockedEth")];
      const read = () => rig.view(withdrawRequestNFT, ["frozenRateFor", id]);
      return {
        from: rig.operator,
        door: "liquidityPool",
        args: ["upToRequestId", "lockedEth"],
        transactions: [
          rig.call(withdrawRequestNFT, { fn: "finalizeRequests", args: [id] }),
          rig.call(liquidityPool, { fn: "addEthAmountLockedForWithdrawal", args: locked }),
        ],
        outputs: [{ field: "frozenRate", when: "after", read }],
      };
    },
  },
  {
    pattern: /^WithdrawRequestNFT\.claimWithdraw$/,
    act: async (scene) => {
      const { rig, step } = scene;
      const from = await claimer(scene);
      const args = [figure(step, "args.requestId")];
      const to = rig.contracts.withdrawRequestNFT;
      const read = () => rig.view(to, ["getClaimableAmount", ...args]);
      return {
        from,
        // A claim asks for no pause of its own contract's nor of the pool's; it burns eETH.
        door: "eETH",
        args: ["requestId", "caller"],
        transactions: [rig.call(to, { from, fn: "claimWithdraw", args })],
        outputs: [etherDelta(scene), { field: "getClaimableAmountBefore", when: "before", read }],
      };
    },
  },
  {
    pattern: /^RedemptionManager\.(redeemEEth|redeemWeEth) -> (?:ETH|stETH)$/,
    act: async (scene, [fn = ""]) => {
      const { rig, holder, step, circumstances } = scene;
      if (circumstances === undefined) {
        const field = "totalRedeemableAmountBefore";
        const found = "without whole numbers in this and in the state before, the step cannot be set up";
        throw new StepProblem({ field, recorded: at(step, field), found });
      }
      const { payment, bucket } = circumstances;
      const args = [figure(step, "args.amount"), holder, rig.token(payment)];
      return {
        from: holder,
        door: "redemptionManager",
        args: ["amount"],
        preparation: [rig.setBucket(payment, bucket)],
        transactions: [rig.call(rig.contracts.redemptionManager, { from: holder, fn, args })],
        outputs: [etherDelta(scene), ...redemptionOutputs(scene, { fn, token: rig.token(payment) })],
      };
    },
  },
];

async function claimer({ step, holder, holders, requestOwners }: Scene): Promise<Address> {
  const caller = at(step, "args.caller");
  if (caller === "stranger") return holders.named("stranger");
  if (caller === "owner") return requestOwners.get(figure(step, "args.requestId")) ?? holder;
  throw new StepProblem({
    field: "args.caller",
    recorded: caller,
    found: 'a claim is made by "owner" or "stranger"',
  });
}
