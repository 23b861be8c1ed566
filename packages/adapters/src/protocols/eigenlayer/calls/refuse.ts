import { ActionRefused } from "../../../ActionRefused.ts";
import { EIGENLAYER_ID } from "../contracts.ts";

/** A refusal of something that is about no position in particular. */
export const refuse = (facts: { readonly field: string; readonly value: string; readonly limit: string }) =>
  new ActionRefused(EIGENLAYER_ID, facts);
