import type { Wad } from "@ballast/core";
import type { Answer } from "../../../chain/viewQuestion.ts";
import type { QueuedWithdrawal } from "./readAccount.ts";

/** A queued withdrawal with the magnitudes of its own block, strategy by strategy; null where they were not asked for. */
export type DatedWithdrawal = QueuedWithdrawal & { readonly magnitudesThen: Answer<readonly Wad[]> | null };
