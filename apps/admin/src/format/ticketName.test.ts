import type { TicketId } from "@ballast/core";
import { expect, test } from "vitest";
import { ticketName } from "./ticketName.ts";

test.each([
  ["lido:17", "Lido ticket 17"],
  ["etherfi:3", "ether.fi ticket 3"],
  [`eigenlayer:0x12ab34cd${"e".repeat(56)}`, "EigenLayer ticket 0x12ab34cd…"],
])("%s is %s", (ticket, name) => {
  expect(ticketName(ticket as TicketId)).toBe(name);
});
