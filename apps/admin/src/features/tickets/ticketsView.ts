import type { AsOfFacts } from "../../components/AsOf.tsx";
import type { Category } from "../../format/venue.ts";
import type { StatusLook } from "../proposals/proposalStatus.ts";

/** One asset of a ticket. Amounts have their unit; what is not known is null, never a zero. */
export type TicketPayment = {
  readonly asset: string;
  readonly promised: string | null;
  /** What a claim pays now, or what was received. */
  readonly pays: string | null;
  readonly paysExact: string;
  /** Promised less what is left of it; null when nothing is lost or it is not known. */
  readonly loss: string | null;
};

/** When it can be claimed. */
export type TicketWhen =
  | { readonly kind: "now" }
  | { readonly kind: "stopped"; readonly because: string }
  /** `at` is an estimate in Unix seconds. */
  | { readonly kind: "block"; readonly block: string; readonly at: number }
  /** `ahead` is what the queue pays before it; empty where there is no telling. */
  | { readonly kind: "no-date"; readonly ahead: string }
  | { readonly kind: "ended"; readonly block: string };

export type TicketView = {
  readonly key: string;
  /** `Lido ticket 17`. */
  readonly name: string;
  readonly category: Category;
  /** What it left, without the operator. */
  readonly left: string;
  readonly operator: { readonly name: string; readonly address: string } | null;
  readonly look: StatusLook;
  readonly payments: readonly TicketPayment[];
  readonly when: TicketWhen;
  /** What happens next, and where. */
  readonly next: string;
  readonly href: string | null;
  /** Why what is shown may be old; empty when the newest reading has it. */
  readonly stale: string;
};

export type TicketsView = {
  readonly open: readonly TicketView[];
  /** Newest first. */
  readonly ended: readonly TicketView[];
  /** Value of all that is open by the newest reading, with unit; null when one was not read. */
  readonly value: string | null;
  readonly asOf: AsOfFacts;
};
