import { session } from "../auth/session.ts";
import { type Turn, yourTurn } from "../features/proposals/yourTurn.ts";
import { type ProposalFacts, proposalsOf } from "./proposalFacts.ts";

export type ProposalTurn = { readonly facts: ProposalFacts; readonly turn: Turn };

/** Every proposal of an account with what it waits for from the signed-in person. */
export async function turnsOf(segment: string): Promise<readonly ProposalTurn[]> {
  const [all, signedIn] = await Promise.all([proposalsOf(segment), session()]);
  const owner = signedIn?.owns.includes(segment) ? signedIn.address : null;
  return all.map((facts) => ({ facts, turn: turnOf(facts, owner) }));
}

/** What one proposal waits for from `owner`; null is nobody. */
export function turnOf(facts: ProposalFacts, owner: string | null): Turn {
  const { row, signatures, threshold, chainNonce } = facts;
  const signed = signatures.map((signature) => signature.owner);
  return yourTurn({ state: row.state, signed, threshold, nonce: row.nonce, chainNonce, owner });
}
