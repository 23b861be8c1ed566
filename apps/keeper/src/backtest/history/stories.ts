import type { PositionId } from "@ballast/core";
import type { IncidentStory } from "./incidentStory.ts";

const OPERATOR = `0x${"0e".repeat(20)}`;

const stETH: IncidentStory = {
  id: "steth-2022-06",
  title: "stETH, June 2022: slow, deep, no redemptions",
  position: "lido:wstETH" as PositionId,
  began: "2022-05-12",
  start: "2022-05-05",
  paces: [["2022-09-25", 7_200n]],
  peg: [
    ["2022-05-12", "1"],
    ["2022-05-13", "0.98"],
    ["2022-06-10", "0.9456"],
    ["2022-06-15", "0.9367"],
    ["2022-07-31", "0.98"],
    ["2022-09-17", "0.99"],
  ],
  depth: [["2022-05-05", "50000"]],
  events: [],
  sources:
    "published: closes 0.9456 (06-10) and 0.9367 (06-15), most days of May to July below 0.98, first close at 0.99 again 09-17 (Nansen's report and daily closes); assumed: the lines between them, a pool of 50,000 ETH a side",
};

const ezETH: IncidentStory = {
  id: "ezeth-2024-04-24",
  title: "ezETH, 24 April 2024: fast, withdrawals closed, backing intact",
  position: "renzo:ezETH" as PositionId,
  began: "2024-04-24T02:25Z",
  start: "2024-04-23T12:00Z",
  paces: [["2024-04-25T00:00Z", 300n]],
  peg: [
    ["2024-04-24T02:20Z", "1"],
    ["2024-04-24T02:25Z", "0.99"],
    ["2024-04-24T02:38Z", "0.918"],
    ["2024-04-24T02:43Z", "0.824"],
    ["2024-04-24T02:51Z", "0.886"],
    ["2024-04-24T03:03Z", "0.9385"],
    ["2024-04-24T03:16Z", "0.98"],
    ["2024-04-25T00:00Z", "0.98"],
  ],
  depth: [
    ["2024-04-24T02:20Z", "40000"],
    ["2024-04-24T02:35Z", "11760"],
    ["2024-04-24T02:43Z", "5000"],
    ["2024-04-24T03:16Z", "15000"],
  ],
  events: [["2024-04-23T12:00Z", "flag:renzo:withdrawals-closed", "none"]],
  sources:
    "published: first below 0.99 at 02:25 UTC, low 0.824, about 0.98 a day later, pool from 4,000 WETH to 500 (Gauntlet on forum.morpho.org/t/578; JavelinAnalytics' chart, digitised); assumed: the lines between them, that the pool drained while the price fell and came back to 1,500, and that a stable pool trades small sizes like one ten times as deep",
};

const rsETH: IncidentStory = {
  id: "kelp-rseth-2026-04-18",
  title: "Kelp rsETH, 18 April 2026: a bridge forged 18 % of the supply",
  position: "kelp:rsETH" as PositionId,
  began: "2026-04-18T17:35Z",
  start: "2026-04-18T00:00Z",
  paces: [
    ["2026-04-20T00:00Z", 600n],
    ["2026-05-26", 21_600n],
  ],
  peg: [
    ["2026-04-18T17:35Z", "1"],
    ["2026-04-18T18:35Z", "0.82"],
    ["2026-05-15", "0.9"],
    ["2026-05-25", "1"],
  ],
  depth: [
    ["2026-04-18T17:35Z", "20000"],
    ["2026-04-18T18:35Z", "2000"],
    ["2026-05-25", "20000"],
  ],
  events: [
    ["2026-04-18T18:21Z", "flag:kelp:paused", "both"],
    ["2026-05-15T00:00Z", "flag:kelp:paused", "clear"],
  ],
  sources:
    "published: 17:35 UTC, 116,500 rsETH or about 18 % of the supply, paused at 18:21, back on 2026-05-15, refilled 2026-05-25 (governance.aave.com/t/24481); assumed, because no market history was found: a price down to what stayed backed within an hour, the pools, the recovery",
};

const october: IncidentStory = {
  id: "october-2025-10-10",
  title: "10 October 2025: the market crashes, gas is 13 times as dear, staked ether holds",
  position: null,
  began: "2025-10-10T20:50Z",
  start: "2025-10-09",
  paces: [["2025-10-13", 600n]],
  peg: [
    ["2025-10-10T20:50Z", "1"],
    ["2025-10-10T21:20Z", "0.9886"],
    ["2025-10-10T22:16Z", "1"],
  ],
  depth: [["2025-10-09", "20000"]],
  events: [
    ["2025-10-10T00:00Z", "base-fee", "18.2"],
    ["2025-10-11T00:00Z", "base-fee", "4.1"],
    ["2025-10-12T00:00Z", "base-fee", "1.7"],
  ],
  sources:
    "published: mean gas 1.4 gwei the day before and 18.2 that day, stETH low against low 0.9886, close 1.0006 (governance.aave.com/t/23248; daily series of gas and prices); assumed: that the two lows fell together, 40 minutes of it, the pools. Leaving would have been the mistake",
};

const slash: IncidentStory = {
  id: "slash",
  title: "A slash of a tenth of an operator's stake",
  position: `eigenlayer:stETH@${OPERATOR}` as PositionId,
  began: "2026-01-10T12:00Z",
  start: "2026-01-10",
  paces: [
    ["2026-01-11", 600n],
    ["2026-01-29", 21_600n],
  ],
  peg: [["2026-01-10", "1"]],
  depth: [["2026-01-10", "0"]],
  events: [
    ["2026-01-10T00:00Z", "rate:stETH", "1"],
    ["2026-01-10T00:00Z", "grows:stETH", "wstETH"],
    ["2026-01-10T00:00Z", `figure:eigenlayer:magnitude:${OPERATOR}:stETH`, "1"],
    ["2026-01-10T00:00Z", `queue:eigenlayer:stETH@${OPERATOR}`, "14d"],
    ["2026-01-10T12:00Z", `figure:eigenlayer:magnitude:${OPERATOR}:stETH`, "0.9"],
    ["2026-01-10T12:00Z", `slash:eigenlayer:stETH@${OPERATOR}`, "10%"],
  ],
  sources:
    "no loss by a slash at EigenLayer's mainnet is documented since slashing began on 2025-04-17: share and time are a scenario's; the queue of 14 days is EigenLayer's",
};

/** What the page of incidents is made from, oldest first. */
export const stories: readonly IncidentStory[] = [stETH, ezETH, october, slash, rsETH];
