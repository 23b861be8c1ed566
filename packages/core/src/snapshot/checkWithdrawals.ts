import { rateOf } from "../portfolio/rateOf.ts";
import type { ExitReading } from "../ticket/exitReading.ts";
import type { TicketPayment, TicketReading } from "../ticket/ticketReading.ts";
import type { VenueId } from "../units/brands.ts";
import { venueOf } from "../units/ids.ts";
import { sumValues } from "../units/order.ts";
import { BPS_ONE } from "../units/share.ts";
import { valueDown } from "../units/value.ts";
import { InvariantError } from "./invariantError.ts";
import type { Snapshot } from "./types.ts";

type Refuse = (value: string, limit: string) => InvariantError;

/** Sorted, each once. */
function isAscending(list: readonly string[]): boolean {
  return list.every((each, index) => index === 0 || (list[index - 1] ?? "") < each);
}

function checkPayments(pays: readonly TicketPayment[], { snapshot, refuse }: Checking): void {
  if (!isAscending(pays.map(({ asset }) => asset))) throw refuse("pays", "one payment an asset, sorted");
  for (const { asset, promised, payout } of pays) {
    if (promised < 0n || payout < 0n)
      throw refuse(`${asset}: promised ${promised}, payout ${payout}`, "neither may be negative");
    const grows = snapshot.rates.some((rate) => rate.asset === asset && rate.growsWith !== undefined);
    if (payout > promised && !grows)
      throw refuse(
        `${asset}: payout ${payout}`,
        `it was promised ${promised}, and only an asset that grows pays more`,
      );
  }
}

type Checking = { readonly snapshot: Snapshot; readonly refuse: Refuse };

function checkValue({ pays, value }: TicketReading, { snapshot, refuse }: Checking): void {
  const values = pays.map(({ asset, payout }) => {
    const rate = rateOf(snapshot, asset);
    if (rate !== null) return valueDown(payout, rate);
    if (snapshot.missing.some(({ subject }) => subject === `rate:${asset}`)) return null;
    throw refuse(`no rate of ${asset}`, "a rate, or rate in what is missing");
  });
  const known = values.filter((each) => each !== null);
  if (known.length < values.length) return;
  const expected = sumValues(known);
  if (value !== expected) throw refuse(`value ${value}`, `its payouts are worth ${expected}`);
}

function checkTicket(reading: TicketReading, snapshot: Snapshot): void {
  const { ticket, venue, position, state, claimableFrom } = reading;
  const refuse: Refuse = (value, limit) => new InvariantError({ subject: `ticket:${ticket}`, value, limit });
  if (snapshot.missing.some(({ subject }) => subject === `ticket:${ticket}`))
    throw refuse("both read and missing", "it is one of the two");
  if (!ticket.startsWith(`${venue}:`) || venue !== venueOf(position))
    throw refuse(`venue ${venue} of ${position}`, "its id and its position name the venue");
  if (state === "claimable" && claimableFrom !== null && claimableFrom > snapshot.block.number)
    throw refuse(`claimable from block ${claimableFrom}`, `the block is ${snapshot.block.number}`);
  if (!isAscending(reading.stoppedBy))
    throw refuse(reading.stoppedBy.join(", "), "reasons sorted, each once");
  checkPayments(reading.pays, { snapshot, refuse });
  checkValue(reading, { snapshot, refuse });
}

function checkExit(reading: ExitReading): void {
  const { position, way, venue, rate, fee, capacity, smallest, largest, stoppedBy } = reading;
  const refuse: Refuse = (value, limit) =>
    new InvariantError({ subject: `exit:${position}:${way}`, value, limit });
  const named: VenueId = venueOf(position);
  if (venue !== named) throw refuse(`venue ${venue}`, "its position names another venue");
  if (rate <= 0n) throw refuse(`rate ${rate}`, "a rate is above 0; one that could not be read is missing");
  if (fee < 0n || fee > BPS_ONE) throw refuse(`fee ${fee}`, "0 to 10000 basis points");
  if (smallest < 0n || (capacity ?? 0n) < 0n)
    throw refuse(`smallest ${smallest}, capacity ${capacity}`, "neither may be negative");
  if (largest !== null && largest < smallest)
    throw refuse(`largest ${largest}`, `at least the smallest, ${smallest}`);
  if (!isAscending(stoppedBy)) throw refuse(stoppedBy.join(", "), "reasons sorted, each once");
}

/**
 * What can only be a defect of an adapter in what it says of withdrawals and of its venue: a ticket both read and missing, of another venue, with a
 * value that its payouts do not add up to, paying more than promised though its asset does not grow, or claimable before its block; a way out with
 * limits that cannot be; a figure below 0.
 * @throws InvariantError
 */
export function checkWithdrawals(snapshot: Snapshot): void {
  for (const ticket of snapshot.tickets) checkTicket(ticket, snapshot);
  for (const exit of snapshot.exits) checkExit(exit);
  for (const { venue, figure, value } of snapshot.figures) {
    if (value >= 0n) continue;
    const subject = `figure:${venue}:${figure}`;
    throw new InvariantError({ subject, value: `${value}`, limit: "a figure is never negative" });
  }
}
