import { type Address, zeroAddress } from "viem";
import type { Fields } from "../form/Fields.ts";
import type { World } from "./World.ts";

/** The strategy that the argument `strategy` names by place; native ether has no token. @throws StepProblem */
export function strategyAt({ strategies }: World, args: Fields) {
  const index = args.index("strategy", strategies.length);
  const { address, token } = strategies[index] ?? { address: zeroAddress, token: null };
  return { index, address, token } as { index: number; address: Address; token: Address | null };
}
