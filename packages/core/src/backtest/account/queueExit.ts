import type { Address, Source } from "../../chain/types.ts";
import { rateOf } from "../../portfolio/rateOf.ts";
import type { Snapshot } from "../../snapshot/types.ts";
import type { ExitReading, ExitTerms } from "../../ticket/exitReading.ts";
import type { AssetId, Bps, PositionId, RawAmount, Seconds, Wad } from "../../units/brands.ts";
import { venueOf } from "../../units/ids.ts";
import { operatorOf } from "../../units/operatorOf.ts";
import { wadDivDown } from "../../units/wadMath.ts";
import { assetOf } from "./assetOf.ts";

const SOURCE: Source = { kind: "header", field: "tape" };
const STRATEGY = `0x${"57".repeat(20)}` as Address;
const ETHER = 10n ** 18n;

/** Limits of one request in wei of what is paid: the defaults of Lido's queue (100 wei to 1,000 stETH); none elsewhere. */
const LARGEST: Readonly<Record<string, bigint>> = { lido: 1_000n * ETHER };
const SMALLEST = 100n as RawAmount;

type Queued = { readonly position: PositionId; readonly amount: RawAmount; readonly delay: Seconds | null };

function termsOf({ position, amount }: Queued): ExitTerms | null {
  switch (venueOf(position) as string) {
    case "etherfi":
      return { kind: "etherfi-queue" };
    case "lido":
      return { kind: "lido-queue" };
    case "eigenlayer": {
      const operator = operatorOf(position);
      return { kind: "eigenlayer-queue", strategy: STRATEGY, operator, depositShares: amount };
    }
    default:
      return null;
  }
}

/** Restaked shares are paid in the token that was staked; everything else in the base asset. */
function assetOut(snapshot: Snapshot, position: PositionId): AssetId {
  const asset = assetOf(position);
  return asset.startsWith("EL-") ? (asset.slice("EL-".length) as AssetId) : snapshot.baseAsset;
}

/**
 * A position's own way out as the tape tells it; null where no live adapter could ask for it, or a rate is not known. `delay` null: it takes no
 * requests now.
 */
export function queueExit(snapshot: Snapshot, queued: Queued): ExitReading | null {
  const { position, delay } = queued;
  const terms = termsOf(queued);
  const [paid, assetIn] = [assetOut(snapshot, position), assetOf(position)];
  const [rateIn, rateOut] = [rateOf(snapshot, assetIn), rateOf(snapshot, paid)];
  if (terms === null || rateIn === null || rateOut === null) return null;
  return {
    position,
    venue: venueOf(position),
    way: "queue",
    assetIn,
    assetOut: paid,
    rate: wadDivDown(rateIn, rateOut) as Wad,
    fee: 0n as Bps,
    capacity: null,
    smallest: SMALLEST,
    largest: (LARGEST[venueOf(position)] ?? null) as RawAmount | null,
    delayBlocks: null,
    delay,
    stoppedBy: delay === null ? ["paused"] : [],
    terms,
    source: SOURCE,
  };
}
