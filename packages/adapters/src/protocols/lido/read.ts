import type { AccountRef, ExitReading, Missing, TicketReading } from "@ballast/core";
import type { AccountReadings, ReadRequest, VenueReadings } from "../../adapter.ts";
import type { Read } from "../../chain/read.ts";
import { readHoldings } from "../../holdings/readHoldings.ts";
import { readProxies } from "../../proxies/readProxies.ts";
import { LIDO_ID } from "./contracts.ts";
import { lidoExit } from "./exits.ts";
import { lidoFigures, lidoProxies } from "./figures.ts";
import { type LidoState, lidoFlags } from "./flags.ts";
import { lidoHoldings } from "./holdings.ts";
import { readPool } from "./readPool.ts";
import { readQueue } from "./readQueue.ts";
import { readTicket } from "./readTicket.ts";
import { readRequestIds } from "./requestIds.ts";

type Tickets = { readonly tickets: readonly TicketReading[]; readonly missing: readonly Missing[] };
type TicketsRequest = LidoState & {
  readonly reader: ReadRequest["reader"];
  readonly account: AccountRef;
  readonly ids: Read<readonly bigint[]>;
};

const NO_POOL: Read<never> = {
  ok: false,
  missing: { subject: "", code: "unexpected", retry: false, detail: "the deployment lists no stETH" },
};

async function readTickets({ reader, account, ids, queue, pool }: TicketsRequest): Promise<Tickets> {
  if (!ids.ok) return { tickets: [], missing: [ids.missing] };
  if (queue === null) return { tickets: [], missing: [] };
  const totals = pool?.totals ?? NO_POOL;
  const reads = await Promise.all(ids.value.map((id) => readTicket(id, { reader, queue, totals, account })));
  return {
    tickets: reads.flatMap((read) => (read.ok ? [read.value] : [])),
    missing: reads.flatMap((read) => (read.ok ? [] : [read.missing])),
  };
}

type Own = { readonly tickets: Tickets; readonly exit: Read<ExitReading> | null };

const withOwn = (held: AccountReadings, { tickets, exit }: Own): AccountReadings => ({
  ...held,
  tickets: tickets.tickets,
  exits: exit?.ok ? [exit.value] : [],
  missing: [...held.missing, ...(exit === null || exit.ok ? [] : [exit.missing]), ...tickets.missing],
});

/**
 * Balances and rates, what stands still, the queue as a way out, and every request of the accounts. One turn; two more where there
 * are requests: what they stand at, and what those that are finalised pay.
 */
export async function read(request: ReadRequest): Promise<VenueReadings> {
  const { reader, deployment } = request;
  const [held, pool, queue, ids, proxies] = await Promise.all([
    readHoldings(lidoHoldings(deployment), request),
    readPool(request),
    readQueue(request),
    readRequestIds(request),
    readProxies(reader, { venue: LIDO_ID, contracts: lidoProxies(request) }),
  ]);
  const state = { pool, queue };
  const exit = lidoExit(state, held);
  const none: Read<readonly bigint[]> = { ok: true, value: [] };
  const accounts = await Promise.all(
    held.accounts.map(async (own, index) => {
      const { account } = own;
      const tickets = await readTickets({ ...state, reader, account, ids: ids[index] ?? none });
      return withOwn(own, { tickets, exit });
    }),
  );
  const flags = lidoFlags(state, deployment);
  const figures = lidoFigures(state, { deployment, proxies });
  return {
    rates: held.rates,
    accounts,
    flags: flags.flags,
    figures: figures.figures,
    missing: [...held.missing, ...flags.missing, ...figures.missing],
  };
}
