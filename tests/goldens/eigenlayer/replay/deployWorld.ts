import { deployEigenlayer, type EigenlayerDelays } from "@ballast/devnet";
import { type Address, isAddressEqual } from "viem";
import type { Setup } from "../form/scenario.ts";
import type { World, WorldStrategy } from "./World.ts";

/** Native ether's name among the strategies. Source: eigenlayer-contracts, core/storage/DelegationManagerStorage.sol. */
const NATIVE_ETHER = "0xbeaC0eeEeeeeEEeEeEEEEeeEEeEeeeEeeEEBEaC0";

/** Deploys all that a scenario needs: a token and a strategy in the place of each recorded one but native ether. */
export async function deployWorld(
  { chain, reader }: Pick<World, "chain" | "reader">,
  { setup, delays }: { setup: Setup; delays: EigenlayerDelays },
): Promise<World> {
  const isToken = (address: Address) => !isAddressEqual(address, NATIVE_ETHER);
  const tokens = setup.strategies.filter(isToken).length;
  const { tokens: deployed, ...contracts } = await deployEigenlayer(chain, { delays, tokens });
  const left = [...deployed];
  const strategies = setup.strategies.map((address): WorldStrategy => {
    const own = isToken(address) ? left.shift() : undefined;
    return own === undefined ? { address, token: null } : { address: own.strategy, token: own.token };
  });
  return { chain, reader, setup, delays, contracts, strategies };
}
