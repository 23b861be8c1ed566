import { type Difference, differences } from "./differences.ts";
import { wholeNumber } from "./fields.ts";
import { guarded } from "./guarded.ts";
import type { Fields } from "./lidoFile.ts";
import type { LidoWorld } from "./lidoWorld.ts";

/** Sends a recorded transfer from the holder to the receiver and compares what became of both balances. */
export async function replayTransfer(world: LidoWorld, recorded: Fields): Promise<readonly Difference[]> {
  const { stETH } = world;
  const { holder, receiver } = world.accounts;
  return guarded(async () => {
    const amount = wholeNumber(recorded.amount, "amount");
    const before = await balances(world);
    const call = { to: stETH, fn: "transfer", args: [receiver, amount], from: holder } as const;
    const attempt = await world.attempt(call);
    if ("reverted" in attempt) return differences(recorded, attempt);
    const after = await balances(world);
    return differences(recorded, {
      amount,
      totalPooledEther: await world.view<bigint>({ to: stETH, fn: "getTotalPooledEther" }),
      totalShares: await world.view<bigint>({ to: stETH, fn: "getTotalShares" }),
      sharesMoved: after.receiverShares - before.receiverShares,
      senderBalanceDrop: before.holder - after.holder,
      receiverBalanceGain: after.receiver - before.receiver,
    });
  });
}

async function balances({ view, stETH, accounts: { holder, receiver } }: LidoWorld) {
  return {
    holder: await view<bigint>({ to: stETH, fn: "balanceOf", args: [holder] }),
    receiver: await view<bigint>({ to: stETH, fn: "balanceOf", args: [receiver] }),
    receiverShares: await view<bigint>({ to: stETH, fn: "sharesOf", args: [receiver] }),
  };
}
