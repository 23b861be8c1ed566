import type { Snapshot } from "@ballast/core";

import { total } from "./total.ts";

/** Wallet + staked positions + queued and claimable tickets, each at the adapters' own value. */
export const accountValue = ({ positions, tickets }: Snapshot): bigint =>
  total(positions.map(({ value }) => value)) + total(tickets.map(({ value }) => value));
