import { getAddress, isAddress, isAddressEqual, zeroAddress } from "viem";
import type { Fields } from "../form/Fields.ts";
import type { Setup } from "../form/scenario.ts";

/** Inputs, and what another chain has otherwise: gas, roots (they hash addresses and blocks). */
const NOT_COMPARED = new Set(["i", "action", "args", "gasUsed", "withdrawalRoot"]);
const BLOCKS = new Set(["block", "startBlock"]);

/** All of a recorded step that is compared, blocks counted from the first step's and addresses by what they are in the scenario. */
export function recordedStep(step: Fields, { setup, firstBlock }: { setup: Setup; firstBlock: bigint }) {
  const told = (value: unknown, name: string): unknown => {
    if (Array.isArray(value)) return value.map((entry) => told(entry, name));
    if (typeof value === "object" && value !== null) return inside(value);
    if (BLOCKS.has(name) && /^\d+$/.test(String(value))) return BigInt(String(value)) - firstBlock;
    return typeof value === "string" && isAddress(value, { strict: false }) ? labelOf(setup, value) : value;
  };
  const inside = (value: object) =>
    Object.fromEntries(
      Object.entries(value).flatMap(([name, inner]) =>
        NOT_COMPARED.has(name) ? [] : [[name, told(inner, name)]],
      ),
    );
  return inside(Object.fromEntries(step.names().map((name) => [name, step.raw(name)])));
}

function labelOf(setup: Setup, text: string): string | null {
  const address = getAddress(text);
  if (isAddressEqual(address, zeroAddress)) return null;
  for (const kind of ["strategies", "operators", "stakers"] as const) {
    const index = setup[kind].findIndex((one) => isAddressEqual(one, address));
    if (index !== -1) return `${kind === "strategies" ? "strategy" : kind.slice(0, -1)}${index}`;
  }
  return address;
}
