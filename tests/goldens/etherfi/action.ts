import type { DevnetTransaction, EtherfiContracts } from "@ballast/devnet";
import type { Address } from "viem";
import type { EtherfiRig } from "./etherfiRig.ts";
import type { Holders } from "./holders.ts";
import type { RecordedStep } from "./recordedStep.ts";
import type { Circumstances } from "./redemptionSteps.ts";

/** What an action needs to be done. */
export type Scene = {
  readonly step: RecordedStep;
  readonly rig: EtherfiRig;
  readonly holder: Address;
  readonly holders: Holders;
  /** of a redemption */
  readonly circumstances: Circumstances | undefined;
  /** who owns each request that was made so far */
  readonly requestOwners: Map<bigint, Address>;
};

/** A figure that is recorded beside the state. */
export type Output = {
  readonly field: string;
  /** `change`: what is read after the step less what is read before */
  readonly when: "before" | "after" | "change";
  readonly read: () => Promise<unknown>;
};

/** How a recorded action is done. */
export type Act = {
  /** who sends */
  readonly from: Address;
  /** the contract whose pause a recorded pause is taken for */
  readonly door: keyof EtherfiContracts;
  /** what an administrator does first */
  readonly preparation?: readonly DevnetTransaction[];
  readonly transactions: readonly DevnetTransaction[];
  readonly outputs: readonly Output[];
  /** the arguments that are known, beside `note` */
  readonly args: readonly string[];
  /** after success */
  readonly settle?: () => Promise<void>;
};

/** An action by the pattern of its name, and how it is done; the pattern's groups come along. */
export type Action = {
  readonly pattern: RegExp;
  readonly act: (scene: Scene, groups: readonly string[]) => Promise<Act>;
};
