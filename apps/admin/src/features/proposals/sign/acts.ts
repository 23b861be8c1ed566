import type { ProposalState } from "@ballast/core";
import type { HashVerdict } from "./hashVerdict.ts";

export type ActFacts = {
  readonly state: ProposalState;
  readonly nonce: string;
  /** The Safe's nonce on chain as last read; null when it was not. */
  readonly chainNonce: string | null;
  /** Owners whose signature counts, lower-case. */
  readonly signed: readonly string[];
  readonly threshold: number;
  /** The signed-in address, lower-case; null when nobody is. */
  readonly session: string | null;
  readonly isOwner: boolean;
  /** The connected wallet; null when there is none. */
  readonly wallet: { readonly address: string; readonly chainId: number } | null;
  readonly chain: { readonly chainId: number; readonly name: string };
  readonly verdict: HashVerdict["kind"];
  /** The owner brought the hash from the offline verifier, and it is this one. */
  readonly confirmed: boolean;
  /** Every call of the batch could be read and the bundle holds together; else why not. */
  readonly unreadable: string | null;
  /** Seconds left until the deadline; null when there is none. */
  readonly left: number | null;
};

/** What the page offers to put it right. */
export type Fix = "sign-in" | "connect" | "switch-chain" | null;

export type Act =
  | { readonly can: true }
  | { readonly can: false; readonly because: string; readonly fix: Fix };

const CAN: Act = { can: true };
const off = (because: string, fix: Fix = null): Act => ({ can: false, because, fix });

const OVER: Readonly<Partial<Record<ProposalState, string>>> = {
  draft: "It is not posted yet.",
  expired: "It has expired: the batch would revert. Signing it serves nothing.",
  executed: "It is executed.",
  reverted: "It was executed and reverted; its nonce is used up.",
  replaced: "Another transaction used its nonce, so it can never run.",
  rejected: "It was rejected on chain, so it can never run.",
  deleted: "It was deleted before anybody signed.",
};

/** What holds for every act: the transaction lives, the reader is an owner, and the wallet is theirs and on the chain. */
function common(facts: ActFacts): Act {
  const over = OVER[facts.state];
  if (over !== undefined) return off(over);
  if (facts.left !== null && facts.left <= 0) return off(OVER.expired ?? "");
  if (facts.session === null) return off("Sign in with an owner's wallet first.", "sign-in");
  if (!facts.isOwner) return off("You are not an owner of this account, so you can only read.");
  if (facts.wallet === null) return off("No wallet is connected.", "connect");
  if (facts.wallet.address !== facts.session) {
    return off(
      "Your wallet is on another address than the one you signed in with. Sign in with it.",
      "sign-in",
    );
  }
  if (facts.wallet.chainId !== facts.chain.chainId) {
    return off(
      `Your wallet is on chain ${facts.wallet.chainId}. This account is on ${facts.chain.name}.`,
      "switch-chain",
    );
  }
  return CAN;
}

function compared(facts: ActFacts): Act {
  if (facts.unreadable !== null) return off(facts.unreadable);
  if (facts.verdict === "checking") return off("The hashes are still being compared.");
  if (facts.verdict === "differs") return off("The sources of the hash differ.");
  if (facts.verdict === "unconfirmed" && !facts.confirmed) {
    return off("A source of the hash is unavailable. Bring the hash from the offline verifier first.");
  }
  return CAN;
}

/** Whether the reader may sign now, or why not. */
export function signAct(facts: ActFacts): Act {
  const base = common(facts);
  if (!base.can) return base;
  if (facts.signed.includes(facts.session ?? "")) return off("You have signed.");
  return compared(facts);
}

/** Whether the reader may execute now, or why not. */
export function executeAct(facts: ActFacts): Act {
  const base = common(facts);
  if (!base.can) return base;
  const lacking = facts.threshold - facts.signed.length;
  if (facts.threshold === 0 || facts.chainNonce === null) return off("The Safe could not be read.");
  if (lacking > 0)
    return off(`It needs ${lacking} more ${lacking === 1 ? "signature" : "signatures"}${behind(facts)}.`);
  if (facts.chainNonce !== facts.nonce) return off(`Nonce ${facts.chainNonce} must go first.`);
  return compared(facts);
}

function behind({ chainNonce, nonce }: ActFacts): string {
  return chainNonce === nonce ? "" : `, and nonce ${chainNonce} must go first`;
}
