import {
  type Band,
  type BaseUnits,
  type Bps,
  baseUnits,
  formatBps,
  isAboveShare,
  isBelowShare,
  type Policy,
  type PositionId,
  portionDown,
  type Snapshot,
  shareDown,
  sumValues,
  venueOf,
} from "@ballast/core";
import { amount } from "../../format/amount.ts";
import { positionParts } from "../../format/positionParts.ts";
import { shortAddress } from "../../format/shortAddress.ts";
import { venue } from "../../format/venue.ts";
import { netValue } from "../../queries/netValue.ts";
import type { AllocationRow, AllocationView } from "./allocationView.ts";

type Inputs = { readonly snapshot: Snapshot; readonly policy: Policy | null };

const FULL = 10_000;
const TEN = 1000;
const TWENTY = 2000;
/** Up to here a mark stands at every ten per cent, beyond it at every twenty. */
const FINE = 6000;

/** Every position that is held or that the policy lists, largest first. Shares are shown only when everything was read. */
export function allocationOf({ snapshot, policy }: Inputs): AllocationView {
  const { total } = netValue(snapshot);
  const bands = policy?.universe ?? [];
  const positions = [...new Set([...bands.map(({ position }) => position), ...held(snapshot)])];
  const rows = positions
    .map((position) => ({
      position,
      value: heldValue(snapshot, position),
      band: bands.find((band) => band.position === position) ?? null,
      total,
    }))
    .sort((a, b) => (a.value === b.value ? 0 : a.value > b.value ? -1 : 1));
  const targets = bands.reduce((sum, { target }) => sum + target, 0n) as Bps;
  return {
    policy: policy === null ? "No policy in force" : `Policy ${policy.version}, in force`,
    rows: [...rows.map(rowOf), ...underWay(snapshot, total)],
    scale: scaleOf(rows),
    total: total === null ? null : amount(total).text,
    totalExact: total === null ? "" : amount(total).exact,
    targets: bands.length === 0 ? "" : formatBps(targets),
  };
}

const held = ({ positions }: Snapshot) =>
  positions.filter(({ value }) => value > 0n).map(({ position }) => position);

const heldValue = ({ positions }: Snapshot, position: PositionId): BaseUnits =>
  positions.find((reading) => reading.position === position)?.value ?? baseUnits(0n);

type Row = {
  readonly position: PositionId;
  readonly value: BaseUnits;
  readonly band: Band | null;
  readonly total: BaseUnits | null;
};

function rowOf({ position, value, band, total }: Row): AllocationRow {
  const { name, category } = venue(venueOf(position));
  const share = total === null ? null : shareDown(value, total);
  const shown = amount(value);
  return {
    position,
    name: positionParts(position).name,
    venue: staked(position, name),
    category,
    value: shown.text,
    exact: shown.exact,
    share: share === null ? null : formatBps(share),
    outside: band === null || total === null ? "" : outside({ value, band, total }),
    band: band === null ? null : figures(band, share),
    note: "Not in the policy: it may be left, never entered",
    bandText:
      band === null
        ? ""
        : `. Band ${formatBps(band.min)} to ${formatBps(band.max)}, target ${formatBps(band.target)}`,
    target: band === null ? "" : formatBps(band.target),
    drift: band === null || total === null ? "" : drift({ value, band, total }),
  };
}

/** The venue's name, with the operator where there is one. */
function staked(position: PositionId, name: string): string {
  const { operator } = positionParts(position);
  return operator === null ? name : `${name}, ${shortAddress(operator)}`;
}

/** Withdrawals that have left their positions and have not arrived; no row when there are none. */
function underWay({ tickets }: Snapshot, total: BaseUnits | null): readonly AllocationRow[] {
  if (tickets.length === 0) return [];
  const value = sumValues(tickets.map((ticket) => ticket.value));
  const { text, exact } = amount(value);
  return [
    {
      position: "under-way",
      name: "Under way",
      venue: tickets.length === 1 ? "1 withdrawal" : `${tickets.length} withdrawals`,
      category: "3",
      value: text,
      exact,
      share: total === null ? null : formatBps(shareDown(value, total)),
      outside: "",
      band: null,
      note: "Counts to its venue's cap, to no band",
      bandText: "",
      target: "",
      drift: "",
    },
  ];
}

function outside({ value, band, total }: { value: BaseUnits; band: Band; total: BaseUnits }): string {
  if (isAboveShare(value, { max: band.max, of: total })) return "above its maximum";
  return isBelowShare(value, { min: band.min, of: total }) ? "below its minimum" : "";
}

function drift({ value, band, total }: { value: BaseUnits; band: Band; total: BaseUnits }): string {
  return amount(value - portionDown(total, band.target), { sign: "changes" }).text;
}

function figures({ min, target, max }: Band, now: Bps | null) {
  return {
    now: now === null ? null : Number(now),
    min: Number(min),
    target: Number(target),
    max: Number(max),
  };
}

/** The next mark above everything drawn. */
function scaleOf(rows: readonly Row[]): number {
  const drawn = rows.flatMap(({ value, band, total }) => [
    Number(band?.max ?? 0n),
    total === null ? 0 : Number(shareDown(value, total)),
  ]);
  const most = Math.max(TEN, ...drawn);
  const step = most <= FINE ? TEN : TWENTY;
  return Math.min(FULL, Math.ceil(most / step) * step);
}
