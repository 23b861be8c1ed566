import type { TicketLife } from "@ballast/core";
import { accountValue } from "./accountValue.ts";
import type { Standing } from "./readStanding.ts";
import { total } from "./total.ts";

/** What no request can be made for: the least of Lido's and ether.fi's, and what rounding left. In wei. */
const CRUMBS = 10n ** 16n;

const cameAsShares = ({ figures }: TicketLife): boolean => figures.every(({ received }) => received === null);

/** What is the matter after everything was exited; null when the wallet alone holds it all and every ticket has ended as it should. */
export function problemAtTheEnd({ books: { snapshot, lives } }: Standing): string | null {
  const [open] = snapshot.tickets;
  if (open !== undefined) return `${open.ticket} is still ${open.state}`;
  const idle = snapshot.positions.filter(({ venue }) => venue === "idle");
  const outside = accountValue(snapshot) - total(idle.map(({ value }) => value));
  if (outside > CRUMBS) return `${outside} wei are still in a protocol`;
  const odd = [...lives.values()].find(
    (life) => life.state !== "reconciled" && !(life.state === "claimed" && cameAsShares(life)),
  );
  return odd === undefined ? null : `${odd.ticket} ended as ${odd.state}`;
}
