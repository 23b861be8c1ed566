import type { RuleContext } from "../policy/rule.ts";
import type { Flag, Snapshot } from "../snapshot/types.ts";
import type { AssetId, Bps, Seconds, TicketId, VenueId } from "../units/brands.ts";
import { blockNumber, rawAmount } from "../units/quantities.ts";
import { factOf } from "./exposures.ts";
import { seriesFrom, withFigures, withSeries } from "./figures.ts";
import {
  OPERATOR_A,
  OPERATOR_B,
  queueOf,
  restakingWith,
  STRATEGY,
  siblingOf,
  ticketOf,
  wadOf,
  withTickets,
} from "./restaking.ts";
import { CALM, eth, NOW } from "./world.ts";

const DELEGATIONS = [
  { operator: OPERATOR_A, value: "90" },
  { operator: OPERATOR_B, value: "50" },
];

const figure = (venue: string, [name, now, before]: readonly [string, bigint, bigint?]) => ({
  venue,
  figure: name,
  now,
  ...(before === undefined ? {} : { before: { 24: before, 2: before } }),
});

const FIGURES = [
  figure("eigenlayer", [`magnitude:${OPERATOR_A}:${STRATEGY}`, wadOf("0.9"), wadOf("1")]),
  figure("eigenlayer", [`magnitude:${OPERATOR_B}:${STRATEGY}`, wadOf("1")]),
  figure("eigenlayer", [`slashable:${OPERATOR_A}:${STRATEGY}`, wadOf("0.8")]),
  figure("eigenlayer", [`allocations:${OPERATOR_A}`, 7n, 6n]),
  figure("eigenlayer", ["implementation:delegationManager", 7n, 6n]),
  figure("eigenlayer", ["owner:strategyManager", 7n, 7n]),
  figure("eigenlayer", ["admin:strategyManager", 7n]),
  figure("eigenlayer", ["pause:delegationManager", 6n, 0n]),
  figure("etherfi", ["paused-until:weETH", NOW + 900n, 0n]),
  figure("etherfi", ["tvl", eth("700"), eth("1000")]),
  figure("lido", ["tvl", eth("1000"), eth("1000")]),
  figure("lido", ["exit-queue", eth("400000"), eth("1000")]),
  figure("lido", ["pause:stETH", 0n]),
];

/** Series by hours ago of what is no figure of a venue. */
const SERIES = [
  seriesFrom("depth:weETH", { 24: eth("400"), 2: eth("300") }),
  seriesFrom("depth:wstETH", { 24: eth("100"), 2: eth("100") }),
  seriesFrom("feed:weETH/ETH", { 2: eth("1.7") }),
  seriesFrom("feed:ETH/USD", { 24: 3_000n, 2: 2_900n }),
  seriesFrom("safe:threshold", { 24: 3n, 2: 2n }),
  seriesFrom("safe:owners", { 24: 1n }),
  seriesFrom("safe:singleton", { 24: BigInt(`0x${"70".repeat(20)}`) }),
];

const EXPOSURES = [
  factOf("form:eigenlayer:stETH", { kind: "protocol", parts: { lido: 100n } }),
  factOf(`operator:${OPERATOR_A}`, { kind: "avs", parts: { da: 60n }, rest: "none" }),
  factOf("protocol:etherfi", { kind: "operator", parts: { [OPERATOR_A]: 30n } }),
  factOf("protocol:lido", { kind: "oracle", parts: { committee: 100n } }),
];

function feeds({ feeds: [known] }: Snapshot): Snapshot["feeds"] {
  if (known === undefined) return [];
  return [
    { ...known, feed: "ETH/USD", value: 2_500n, decimals: 0n },
    known,
    { ...known, feed: "weETH/ETH", value: eth("1.7") },
  ];
}

const FLAGS: readonly Flag[] = [
  {
    venue: "eigenlayer" as VenueId,
    code: "queue-paused",
    stops: "exits",
    source: { kind: "header", field: "a" },
  },
  { venue: "lido" as VenueId, code: "bunker-mode", stops: "none", source: { kind: "header", field: "b" } },
  { venue: "lido" as VenueId, code: "stake-limit", stops: "entries", source: { kind: "header", field: "c" } },
];

const TICKETS = [
  ticketOf({ payout: eth("36"), value: eth("36") }),
  ticketOf({ ticket: "eigenlayer:0x01" as TicketId, claimableFrom: blockNumber(900n) }),
  {
    ...ticketOf({
      ticket: "lido:7" as TicketId,
      state: "claimable",
      stoppedBy: ["blacklisted", "claims-paused"],
    }),
    claim: { kind: "lido-request", requestId: 7n, hint: 1n } as const,
    pays: [
      { asset: "ETH" as AssetId, promised: rawAmount(eth("5")), payout: rawAmount(eth("5")) },
      { asset: "stETH" as AssetId, promised: rawAmount(eth("1")), payout: rawAmount(eth("0.9")) },
    ],
  },
];

function troubledWith(response: "notify" | "exit"): RuleContext {
  const context = restakingWith(DELEGATIONS, {
    world: CALM,
    guards: {
      backingLoss: { threshold: 0n as Bps, response },
      operatorSlashed: { response },
      operatorAllocations: { maxSlashable: 5_000n as Bps, response },
      venuePaused: { response },
      contractChanged: { response },
      tvlDrop: { threshold: 1_000n as Bps, response },
      exitQueue: { limit: eth("1000"), growth: eth("100"), response },
      largeOutflow: { threshold: 1_000n as Bps, response },
      exitLiquidityFalling: { threshold: 1_000n as Bps, response },
      netYieldLow: { benchmark: "weETH" as AssetId, margin: 5n as Bps, response },
      oracleDiverging: { threshold: 100n as Bps, samples: 2n, response },
      priceDrawdown: { feed: "ETH/USD", threshold: 1_000n as Bps, response },
      correlatedSlashing: { causes: 2n, budget: 1_000n as Bps, response },
      safeChanged: { response: response === "exit" ? "freeze-entries" : response },
      staleOracle: { feeds: ["stETH/ETH", "weETH/ETH"], grace: 600n as Seconds },
    },
    caps: {
      operators: [
        { operator: OPERATOR_A, max: 500n as Bps },
        { operator: OPERATOR_B, max: 5_000n as Bps },
      ],
      assets: [
        { asset: "stETH" as AssetId, max: 5_000n as Bps, treasury: 3_000n as Bps },
        { asset: "weETH" as AssetId, max: 5_000n as Bps },
      ],
      sharedCauses: [
        { kind: "oracle", account: 9_000n as Bps, treasury: 9_000n as Bps },
        { kind: "operator", account: 4_000n as Bps, treasury: 9_000n as Bps },
      ],
      venueShare: 6_000n as Bps,
      exitLiquidityShare: 10_000n as Bps,
    },
  });
  const siblings = [`0x${"11".repeat(20)}`, `0x${"ee".repeat(20)}`].map((address) =>
    siblingOf(address, { delegations: [{ operator: OPERATOR_A, value: "60" }], idle: "500" }),
  );
  const missing = ["figure:lido:owner:queue", "figure:etherfi:pause:weETH"].map(
    (subject) => ({ subject, code: "rpc", retry: true, detail: "" }) as const,
  );
  const snapshot = {
    ...context.snapshot,
    feeds: feeds(context.snapshot),
    exposures: EXPOSURES,
    flags: FLAGS,
    missing,
    exits: DELEGATIONS.map((each) => queueOf(each, ["paused"])),
  };
  const figured = withSeries(withFigures({ ...context, snapshot }, FIGURES), SERIES);
  return withTickets({ ...figured, siblings }, TICKETS);
}

/** Accounts in which nearly every guard has something to say: told only, and answered with exits. */
export const troubled: readonly RuleContext[] = [troubledWith("notify"), troubledWith("exit")];
