import { type Address, zeroAddress } from "viem";
import type { Fields } from "../form/Fields.ts";
import type { World } from "./World.ts";

/** The staker whom the argument `staker` names by place. @throws StepProblem */
export function stakerAt(
  { setup }: World,
  args: Fields,
): { readonly index: number; readonly address: Address } {
  const index = args.index("staker", setup.stakers.length);
  return { index, address: setup.stakers[index] ?? zeroAddress };
}
