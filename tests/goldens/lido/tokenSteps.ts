import type { Address } from "viem";
import { type Act, type Handler, outcomeOf } from "./act.ts";
import { argumentsOf, wholeNumber } from "./fields.ts";
import type { LidoCall, LidoWorld } from "./lidoWorld.ts";

const balance = (world: LidoWorld, { token, of }: { token: Address; of: Address }) =>
  world.view<bigint>({ to: token, fn: "balanceOf", args: [of] });

/** A report: pooled ether becomes what is recorded. */
export const rebase: Handler = async ({ world, step }) => {
  const { stETH, wstETH } = world;
  const before = await world.view<bigint>({ to: stETH, fn: "getTotalPooledEther" });
  const after = wholeNumber(step.after, "after");
  const call = { to: stETH, fn: "rebaseTo", args: [after], from: world.accounts.operator } as const;
  return outcomeOf(await world.attempt(call), async () => ({
    before,
    after: await world.view<bigint>({ to: stETH, fn: "getTotalPooledEther" }),
    totalShares: await world.view<bigint>({ to: stETH, fn: "getTotalShares" }),
    stEthPerToken: await world.view<bigint>({ to: wstETH, fn: "stEthPerToken" }),
  }));
};

export const wrap: Handler = async (act) => {
  const { world, from } = act;
  const amount = amountOf(act, { name: "stETH", token: world.stETH });
  const change = await holderChange(act, { to: world.wstETH, fn: "wrap", args: [await amount], from });
  return "reverted" in change ? change : { wstETHGain: change.wstETH, stETHDrop: -change.stETH };
};

export const unwrap: Handler = async (act) => {
  const { world, from } = act;
  const amount = amountOf(act, { name: "wstETH", token: world.wstETH });
  const change = await holderChange(act, { to: world.wstETH, fn: "unwrap", args: [await amount], from });
  return "reverted" in change ? change : { stETHGain: change.stETH };
};

/** A transfer among the steps, which are recorded for their refusals: where no amount is told, any will do. */
export const transfer: Handler = async (act) => {
  const { world, from } = act;
  const amount = await amountOf(act, { name: "amount", token: world.stETH });
  const args = [world.accounts.receiver, amount];
  const change = await holderChange(act, { to: world.stETH, fn: "transfer", args, from });
  return "reverted" in change ? change : { senderBalanceDrop: -change.stETH };
};

/** The recorded amount. A refusal is sometimes recorded without one; then it is all that the account holds. */
async function amountOf(
  { world, step, from }: Act,
  { name, token }: { readonly name: string; readonly token: Address },
): Promise<bigint> {
  const args = argumentsOf(step, [name]);
  if (args[name] === undefined && step.reverted !== undefined) return balance(world, { token, of: from });
  return wholeNumber(args[name], `args.${name}`);
}

async function holderChange({ world, from }: Act, call: LidoCall) {
  const { stETH, wstETH } = world;
  const balances = async () => ({
    stETH: await balance(world, { token: stETH, of: from }),
    wstETH: await balance(world, { token: wstETH, of: from }),
  });
  const before = await balances();
  const attempt = await world.attempt(call);
  if ("reverted" in attempt) return attempt;
  const after = await balances();
  return { stETH: after.stETH - before.stETH, wstETH: after.wstETH - before.wstETH };
}
