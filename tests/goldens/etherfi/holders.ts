import type { Address } from "viem";
import type { EtherfiRig } from "./etherfiRig.ts";
import { figure, type RecordedStep } from "./recordedStep.ts";

/** Finds out whose step a step is. */
export type Holders = {
  readonly holderOf: (step: RecordedStep) => Promise<Address>;
  /** An account that the file names. */
  readonly named: (name: string) => Promise<Address>;
};

/**
 * A file names no holders. What one holds tells: the holder of a step is the one of the step before while he holds what is
 * recorded, else whoever of those seen so far does, else, where nothing is held, somebody new. Where nobody fits, it stays the
 * one before: the comparison then says what differs.
 */
export function createHolders({ view, contracts, account }: EtherfiRig): Holders {
  const seen: Address[] = [];
  let current: Address | undefined;
  const holds = async (address: Address, { shares, weETH }: { shares: bigint; weETH: bigint }) =>
    (await view(contracts.eETH, ["shares", address])) === shares &&
    (await view(contracts.weETH, ["balanceOf", address])) === weETH;
  const named = async (name: string) => {
    const address = await account(name);
    if (!seen.includes(address)) seen.push(address);
    return address;
  };
  const holderOf = async (step: RecordedStep) => {
    const held = {
      shares: figure(step, "before.holder.eETHshares"),
      weETH: figure(step, "before.holder.weETH"),
    };
    for (const one of current === undefined ? seen : [current, ...seen]) {
      if (!(await holds(one, held))) continue;
      current = one;
      return one;
    }
    const nothing = held.shares === 0n && held.weETH === 0n;
    if (nothing || current === undefined) current = await named(`holder ${seen.length + 1}`);
    return current;
  };
  return { holderOf, named };
}
