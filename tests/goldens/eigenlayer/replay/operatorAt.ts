import { type Address, zeroAddress } from "viem";
import type { Fields } from "../form/Fields.ts";
import type { World } from "./World.ts";

/** The operator whom an argument names by place. @throws StepProblem */
export function operatorAt({ setup }: World, args: Fields, name = "operator"): Address {
  return setup.operators[args.index(name, setup.operators.length)] ?? zeroAddress;
}
