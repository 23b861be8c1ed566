import type { WithdrawalRequest } from "@ballast/core";
import type { Place } from "./batchLayout.ts";
import type { BatchEntry } from "./decodeMultiSend.ts";

/** A request, and the calls that should be it: as many as `count` says. */
export type RequestCalls = Place & {
  readonly request: WithdrawalRequest;
  readonly calls: readonly BatchEntry[];
};
