import type { Address, Hash32, Hex } from "@ballast/core";
import { concat, size, slice, toEventSelector } from "viem";
import type { ConfigurationChange, EventPlace, SafeEvent } from "./safeEvent.ts";

/** A log as far as it is needed: topics, the first of which is the event's, and data. */
export type SafeLog = { readonly topics: readonly Hex[]; readonly data: Hex };

type Words = readonly Hex[];
type Fact = SafeEvent extends infer Event ? (Event extends SafeEvent ? Omit<Event, "at"> : never) : never;

const addressOf = (word: Hex | undefined): Address => slice(word ?? "0x", 12, 32);

const execution =
  (success: boolean) =>
  ([hash = "0x", payment = "0x0"]: Words): Fact => ({
    kind: "execution",
    safeTxHash: hash as Hash32,
    success,
    payment: BigInt(payment),
  });
const moduleExecution =
  (success: boolean) =>
  ([module]: Words): Fact => ({ kind: "module-execution", module: addressOf(module), success });
const configuration =
  (change: ConfigurationChange) =>
  ([word = "0x0"]: Words): Fact => ({
    kind: "configuration",
    change,
    value: change === "threshold-changed" ? BigInt(word) : addressOf(word),
  });
const approval = ([hash, owner]: Words): Fact => ({
  kind: "approval",
  safeTxHash: hash as Hash32,
  owner: addressOf(owner),
});

type Decoder = { readonly words: number; readonly read: (words: Words) => Fact };

/** Events of Safe 1.3.0 to 1.5.0 (safe-smart-account contracts/Safe.sol and base/, SafeMigration.sol for the singleton). */
const EVENTS: Readonly<Record<string, Decoder>> = {
  "ExecutionSuccess(bytes32,uint256)": { words: 2, read: execution(true) },
  "ExecutionFailure(bytes32,uint256)": { words: 2, read: execution(false) },
  "ApproveHash(bytes32,address)": { words: 2, read: approval },
  "AddedOwner(address)": { words: 1, read: configuration("owner-added") },
  "RemovedOwner(address)": { words: 1, read: configuration("owner-removed") },
  "ChangedThreshold(uint256)": { words: 1, read: configuration("threshold-changed") },
  "EnabledModule(address)": { words: 1, read: configuration("module-enabled") },
  "DisabledModule(address)": { words: 1, read: configuration("module-disabled") },
  "ChangedGuard(address)": { words: 1, read: configuration("guard-changed") },
  "ChangedModuleGuard(address)": { words: 1, read: configuration("module-guard-changed") },
  "ChangedFallbackHandler(address)": { words: 1, read: configuration("fallback-handler-changed") },
  "ChangedMasterCopy(address)": { words: 1, read: configuration("singleton-changed") },
  "ExecutionFromModuleSuccess(address)": { words: 1, read: moduleExecution(true) },
  "ExecutionFromModuleFailure(address)": { words: 1, read: moduleExecution(false) },
};

const BY_TOPIC = new Map(Object.entries(EVENTS).map(([event, decoder]) => [toEventSelector(event), decoder]));

/** First topics of all events that are followed, for a log filter. */
export const SAFE_EVENT_TOPICS: readonly Hex[] = [...BY_TOPIC.keys()];

/**
 * The event in a Safe's log; null for events that are not followed or not of a Safe's form. Versions differ in
 * which arguments are indexed (1.3.0 has none in most): topics and data in a row are the same words in all of them.
 */
export function decodeSafeEvent(
  { topics: [topic, ...indexed], data }: SafeLog,
  at: EventPlace,
): SafeEvent | null {
  const decoder = topic === undefined ? undefined : BY_TOPIC.get(topic);
  const bytes = concat(["0x", ...indexed, data]);
  if (decoder === undefined || size(bytes) !== decoder.words * 32) return null;
  const words = Array.from({ length: decoder.words }, (_, word) => slice(bytes, word * 32, (word + 1) * 32));
  return { at, ...decoder.read(words) } as SafeEvent;
}
