import type { Address, BlockNumber, Hash32 } from "@ballast/core";

/** Where an event stands. The block's hash decides: a number alone may mean another block after a reorganisation. */
export type EventPlace = {
  readonly blockNumber: BlockNumber;
  readonly blockHash: Hash32;
  readonly transactionHash: Hash32;
  readonly logIndex: bigint;
};

export type ConfigurationChange =
  | "owner-added"
  | "owner-removed"
  | "threshold-changed"
  | "module-enabled"
  | "module-disabled"
  | "guard-changed"
  | "module-guard-changed"
  | "fallback-handler-changed"
  | "singleton-changed";

/** Something that a Safe says it did. */
export type SafeEvent = { readonly at: EventPlace } & (
  | {
      readonly kind: "execution";
      readonly safeTxHash: Hash32;
      readonly success: boolean;
      readonly payment: bigint;
    }
  | { readonly kind: "approval"; readonly safeTxHash: Hash32; readonly owner: Address }
  /** `value` is the address concerned, or the new threshold. */
  | { readonly kind: "configuration"; readonly change: ConfigurationChange; readonly value: Address | bigint }
  | { readonly kind: "module-execution"; readonly module: Address; readonly success: boolean }
);
