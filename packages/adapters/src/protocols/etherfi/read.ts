import type { Address, ExitReading, Flag, TicketReading } from "@ballast/core";
import type { AccountReadings, ReadRequest, VenueReadings } from "../../adapter.ts";
import type { Read } from "../../chain/read.ts";
import { rateIn } from "../../holdings/rateIn.ts";
import { readHoldings } from "../../holdings/readHoldings.ts";
import { readProxies } from "../../proxies/readProxies.ts";
import { askRequests, type RequestAnswers } from "./askRequests.ts";
import { ETHERFI_ID } from "./contracts.ts";
import { etherfiFigures, etherfiProxies } from "./figures.ts";
import { etherfiHoldings } from "./holdings.ts";
import { instantExit } from "./instantExit.ts";
import { NO_EETH } from "./noEeth.ts";
import { pausedBy } from "./pausedBy.ts";
import { pauseFlags } from "./pauseFlags.ts";
import { queueExit } from "./queueExit.ts";
import { type AccessReading, readAccess } from "./readAccess.ts";
import { readPool } from "./readPool.ts";
import { readQueue } from "./readQueue.ts";
import { readRedemption } from "./readRedemption.ts";
import { readSwitches } from "./readSwitches.ts";
import type { EtherfiState } from "./state.ts";
import { ticketFrom } from "./ticketFrom.ts";

function ticketsOf(
  requests: readonly RequestAnswers[],
  { state, access }: { readonly state: EtherfiState; readonly access: AccessReading },
): readonly Read<TicketReading>[] {
  const { switches, now, queue, pool } = state;
  const { isBlacklisted } = access;
  // A claim burns eETH, which stands still while eETH is paused (EETH.sol, burnShares); nothing else stops it.
  const claimsPaused = pausedBy(switches, { contracts: ["eETH"], now, subject: `venue:${ETHERFI_ID}` });
  const context = { queue, totals: pool?.totals ?? NO_EETH, isBlacklisted, claimsPaused };
  return requests.flatMap((answers) => ticketFrom(answers, context) ?? []);
}

type Own = { readonly tickets: readonly Read<TicketReading>[]; readonly exits: readonly Read<ExitReading>[] };

const withOwn = (held: AccountReadings, { tickets, exits }: Own): AccountReadings => ({
  ...held,
  tickets: tickets.flatMap((read) => (read.ok ? [read.value] : [])),
  exits: exits.flatMap((read) => (read.ok ? [read.value] : [])),
  missing: [...held.missing, ...[...exits, ...tickets].flatMap((read) => (read.ok ? [] : [read.missing]))],
});

/** Nobody can say whether an account is blocked where the deployment lists no blacklister. Stated, and it stops nothing. */
function blindFlags({ deployment }: ReadRequest): readonly Flag[] {
  const { blacklister, withdrawRequestNFT, redemptionManager } = deployment.venues[ETHERFI_ID] ?? {};
  const asking: Address | undefined = (withdrawRequestNFT ?? redemptionManager)?.address;
  if (blacklister !== undefined || asking === undefined) return [];
  const source = { kind: "state", account: asking, field: "code" } as const;
  return [{ venue: ETHERFI_ID, code: "no-getter:blacklisted", stops: "none", source }];
}

/** Balances and rate of weETH, what is paused, the two ways out, and every request that events say is open. All in one turn. */
export async function read(request: ReadRequest): Promise<VenueReadings> {
  const { reader, deployment } = request;
  const { timestamp: now } = reader.block;
  const [held, switches, pool, queue, redemption, access, requests, proxies] = await Promise.all([
    readHoldings(etherfiHoldings(deployment), request),
    readSwitches(request),
    readPool(request),
    readQueue(request),
    readRedemption(request),
    readAccess(request),
    askRequests(request),
    readProxies(reader, { venue: ETHERFI_ID, contracts: etherfiProxies(request) }),
  ]);
  const state = { now, rate: rateIn(held, "weETH"), pool, queue, redemption, switches };
  const accounts = held.accounts.map((own, index) => {
    const may = access[index];
    if (may === undefined) return own;
    const exits = [instantExit(state, may), queueExit(state, may)].flatMap((exit) => exit ?? []);
    const asked = requests.filter(({ account }) => account.address === own.account.address);
    return withOwn(own, { exits, tickets: ticketsOf(asked, { state, access: may }) });
  });
  const pauses = pauseFlags(switches, { deployment, now });
  const figures = etherfiFigures(state, { deployment, proxies });
  return {
    rates: held.rates,
    accounts,
    flags: [...pauses.flags, ...blindFlags(request)],
    figures: figures.figures,
    missing: [...held.missing, ...pauses.missing, ...figures.missing],
  };
}
