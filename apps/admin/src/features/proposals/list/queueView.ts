import type { StatusLook } from "../proposalStatus.ts";
import type { Turn } from "../yourTurn.ts";

export type QueueRowView = {
  readonly key: string;
  readonly href: string;
  readonly title: string;
  readonly status: StatusLook;
  /** Why the keeper proposed it, in a word; or who posted it. */
  readonly reason: string;
  readonly signed: number;
  readonly threshold: number;
  readonly turn: Turn;
  /** Unix seconds. */
  readonly postedAt: number;
  readonly deadline: number | null;
};

export type QueueEntryView =
  | {
      readonly kind: "nonce";
      readonly nonce: string;
      readonly isNext: boolean;
      readonly isBehind: boolean;
      readonly rows: readonly QueueRowView[];
    }
  | { readonly kind: "gap"; readonly text: string };

export type QueueView = {
  readonly entries: readonly QueueEntryView[];
  /** Newest first. */
  readonly history: readonly (QueueRowView & { readonly nonce: string })[];
  /** The Safe's nonce as last read; null when it was not. */
  readonly next: string | null;
};
