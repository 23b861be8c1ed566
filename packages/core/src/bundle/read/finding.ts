import { addressNumber } from "../../chain/addressNumber.ts";
import type { Effect, Finding, Level, Quantity, Subject } from "../../policy/finding.ts";
import { positionId, ticketId, venueId } from "../../units/ids.ts";
import { baseUnits, ratioBps, wad } from "../../units/quantities.ts";
import { seconds } from "../../units/times.ts";
import { anAddress, source } from "./chain.ts";
import {
  flag,
  integer,
  list,
  oneOf,
  orNull,
  type Reader,
  record,
  signed,
  string,
  textOf,
  variant,
  wordOf,
} from "./reader.ts";

type QuantityOf<Unit extends Quantity["unit"]> = Extract<Quantity, { readonly unit: Unit }>;
type EffectOf<Kind extends Effect["kind"]> = Extract<Effect, { readonly kind: Kind }>;

const quantity = variant<Quantity, "unit">("unit", {
  base: record<QuantityOf<"base">>({ unit: oneOf(["base"]), value: integer(baseUnits) }),
  "base-change": record<QuantityOf<"base-change">>({ unit: oneOf(["base-change"]), value: signed }),
  bps: record<QuantityOf<"bps">>({ unit: oneOf(["bps"]), value: integer(ratioBps) }),
  wad: record<QuantityOf<"wad">>({ unit: oneOf(["wad"]), value: integer(wad) }),
  seconds: record<QuantityOf<"seconds">>({ unit: oneOf(["seconds"]), value: integer(seconds) }),
  count: record<QuantityOf<"count">>({ unit: oneOf(["count"]), value: signed }),
  address: record<QuantityOf<"address">>({ unit: oneOf(["address"]), value: integer(addressNumber) }),
});

type Named = Extract<Subject, { readonly id: string }>;
type OtherSubject = Exclude<Named, { readonly kind: "position" | "venue" | "ticket" | "operator" }>;
const named = <Kind extends OtherSubject["kind"]>(kind: Kind): Reader<Subject> =>
  record<{ readonly kind: Kind; readonly id: string }>({ kind: oneOf([kind]), id: string });

const subject = variant<Subject, "kind">("kind", {
  account: record<{ readonly kind: "account" }>({ kind: oneOf(["account"]) }),
  position: record<Extract<Subject, { readonly kind: "position" }>>({
    kind: oneOf(["position"]),
    id: textOf(positionId),
  }),
  venue: record<Extract<Subject, { readonly kind: "venue" }>>({
    kind: oneOf(["venue"]),
    id: textOf(venueId),
  }),
  ticket: record<Extract<Subject, { readonly kind: "ticket" }>>({
    kind: oneOf(["ticket"]),
    id: textOf(ticketId),
  }),
  operator: record<Extract<Subject, { readonly kind: "operator" }>>({
    kind: oneOf(["operator"]),
    id: anAddress,
  }),
  asset: named("asset"),
  feed: named("feed"),
  source: named("source"),
  route: named("route"),
  plan: named("plan"),
  figure: named("figure"),
  cause: named("cause"),
});

const positions = list(textOf(positionId));
const allOrPositions: Reader<EffectOf<"freeze-entries">["positions"]> = (value, path) =>
  value === "all" ? "all" : positions(value, path);

const effect = variant<Effect, "kind">("kind", {
  none: record<EffectOf<"none">>({ kind: oneOf(["none"]) }),
  "freeze-entries": record<EffectOf<"freeze-entries">>({
    kind: oneOf(["freeze-entries"]),
    positions: allOrPositions,
  }),
  "freeze-exits": record<EffectOf<"freeze-exits">>({ kind: oneOf(["freeze-exits"]), positions }),
  "reduce-to": record<EffectOf<"reduce-to">>({
    kind: oneOf(["reduce-to"]),
    position: textOf(positionId),
    target: integer(baseUnits),
    urgent: flag,
  }),
  "raise-to": record<EffectOf<"raise-to">>({
    kind: oneOf(["raise-to"]),
    position: textOf(positionId),
    target: integer(baseUnits),
  }),
  hold: record<EffectOf<"hold">>({ kind: oneOf(["hold"]) }),
  halt: record<EffectOf<"halt">>({ kind: oneOf(["halt"]) }),
});

export const finding = record<Finding>({
  rule: string,
  code: string,
  subject,
  level: wordOf<Level>({ ok: true, notice: true, warning: true, critical: true, unknown: true }),
  measured: orNull(quantity),
  limit: orNull(quantity),
  evidence: list(source),
  effect,
});
