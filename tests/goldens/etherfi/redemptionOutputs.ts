import type { Address } from "viem";
import type { Output, Scene } from "./action.ts";
import { figure } from "./recordedStep.ts";

/** What is recorded of a redemption: the contract's own forecasts, and what it pays in stETH. */
export function redemptionOutputs(
  { rig: { view, contracts }, step, holder }: Scene,
  { fn, token }: { fn: string; token: Address },
): Output[] {
  const { redemptionManager, liquidityPool, weETH, stETH } = contracts;
  const amount = figure(step, "args.amount");
  const ofWeEth = fn === "redeemWeEth";
  const wei = async () => (ofWeEth ? await view(weETH, ["getEETHByWeETH", amount]) : amount);
  const shares = async () => (ofWeEth ? amount : await view(liquidityPool, ["sharesForAmount", amount]));
  return [
    {
      field: "previewRedeem",
      when: "before",
      read: async () => view(redemptionManager, ["previewRedeem", await shares(), token]),
    },
    {
      field: "totalRedeemableAmountBefore",
      when: "before",
      read: () => view(redemptionManager, ["totalRedeemableAmount", token]),
    },
    {
      field: "canRedeem",
      when: "before",
      read: async () => view<boolean>(redemptionManager, ["canRedeem", await wei(), token]),
    },
    { field: "stETHDelta", when: "change", read: () => view(stETH, ["balanceOf", holder]) },
  ];
}
