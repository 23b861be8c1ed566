import type { DevnetTransaction } from "@ballast/devnet";
import { type Address, zeroAddress } from "viem";
import { eigenlayerAbi } from "./abi.ts";
import { call } from "./call.ts";
import type { GateChange } from "./gateChanges.ts";
import type { World } from "./World.ts";

/** Makes the changes that steps imply, each once and within its time. */
export class Administrator {
  readonly #world: World;
  readonly #pending: GateChange[];
  readonly #paused = new Map<Address, bigint>();

  constructor(world: World, changes: readonly GateChange[]) {
    this.#world = world;
    this.#pending = [...changes];
  }

  /** A change that may be made before a step: the one that is needed first. */
  next(step: number): DevnetTransaction | null {
    const place = this.#pending.findIndex(({ after }) => after < step);
    return this.#take(place);
  }

  /** All changes that a step needs and that are not made yet. */
  due(step: number): readonly DevnetTransaction[] {
    const made: DevnetTransaction[] = [];
    for (;;) {
      const change = this.#take(this.#pending.findIndex(({ by }) => by === step));
      if (change === null) return made;
      made.push(change);
    }
  }

  #take(place: number): DevnetTransaction | null {
    const [change] = place === -1 ? [] : this.#pending.splice(place, 1);
    return change === undefined ? null : this.#transaction(change);
  }

  #transaction({ gate, shut }: GateChange): DevnetTransaction {
    const [what = "", bit = "0"] = gate.split("/");
    const { contracts, strategies } = this.#world;
    if (what === "whitelist")
      return call({
        to: contracts.strategies,
        abi: eigenlayerAbi.strategies,
        fn: shut ? "removeStrategiesFromDepositWhitelist" : "addStrategiesToDepositWhitelist",
        args: [[strategies[Number(bit)]?.address ?? zeroAddress]],
      });
    const to =
      contracts[what as keyof typeof contracts] ??
      strategies[Number(what.slice("strategy".length))]?.address ??
      zeroAddress;
    const mask = 1n << BigInt(bit);
    const before = this.#paused.get(to) ?? 0n;
    const status = shut ? before | mask : before & ~mask;
    this.#paused.set(to, status);
    return call({ to, abi: eigenlayerAbi.pausable, fn: shut ? "pause" : "unpause", args: [status] });
  }
}
