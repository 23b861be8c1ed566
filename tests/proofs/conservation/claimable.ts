import type { TicketReading } from "@ballast/core";
import type { Standing } from "./readStanding.ts";

/** Some of the tickets that the adapters call claimable: those whose bit is set. */
export const claimable = ({ books }: Standing, mask: bigint): readonly TicketReading[] =>
  books.snapshot.tickets
    .filter(({ state }) => state === "claimable")
    .filter((_, index) => ((mask >> BigInt(index)) & 1n) === 1n);
