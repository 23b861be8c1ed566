import { chainFacts } from "../queries/chainFacts.ts";
import { session } from "./session.ts";

/** Whether this request may see anything: somebody with a role, or anybody on the built-in devnet. */
export async function mayRead(): Promise<boolean> {
  const [signedIn, chain] = await Promise.all([session(), chainFacts()]);
  return chain?.devnet != null || (signedIn !== null && signedIn.roles.length > 0);
}
