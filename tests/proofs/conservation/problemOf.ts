import type { TicketState } from "@ballast/core";
import type { Standing } from "./readStanding.ts";

/** Of a ticket that is in the log alone. */
const GONE: readonly TicketState[] = ["claimed", "reconciled", "lost"];

/** What is the matter with the adapters' reading itself; null when nothing is: all of it was read, and the tickets of the log and of the state are the same. */
export function problemOf({ books: { snapshot, lives } }: Standing): string | null {
  const [missing] = snapshot.missing;
  if (missing !== undefined) return `${missing.subject} is missing: ${missing.detail}`;
  const read = snapshot.tickets.map(({ ticket }) => ticket).toSorted();
  const open = [...lives.values()].filter(({ state }) => !GONE.includes(state)).map(({ ticket }) => ticket);
  if (open.toSorted().join() !== read.join())
    return `the log has ${open.join()} open, the state ${read.join()}`;
  return null;
}
