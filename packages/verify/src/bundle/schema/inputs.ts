import { z } from "zod";
import { accountField, addressField, amountField, blockField } from "./fields.ts";
import { claimOrderSchema } from "./orders.ts";

/** What is needed of the policy: whose bundles count for which account. The whole of it is hashed. */
export const policySchema = z.looseObject({
  schema: z.literal("ballast/policy/1"),
  account: accountField,
  version: amountField,
  proposer: addressField,
});

/** What the account holds. */
const positionSchema = z.looseObject({
  position: z.string(),
  venue: z.string(),
  asset: z.string(),
  amount: amountField,
});

/** A way out of a position; of EigenLayer's the shares that its queue counts in. */
const exitSchema = z.looseObject({
  position: z.string(),
  terms: z.looseObject({ kind: z.string(), depositShares: amountField.optional() }),
});

/** A withdrawal that was requested and is not claimed. */
const ticketSchema = z.looseObject({
  ticket: z.string(),
  venue: z.string(),
  position: z.string(),
  pays: z.array(z.looseObject({ asset: z.string(), payout: amountField })),
  state: z.string(),
  stoppedBy: z.array(z.string()),
  claim: claimOrderSchema,
});

/**
 * What is needed of the snapshot: where and when it was, the Safe, what an asset is worth, what is held and what can be
 * claimed. The whole of it is hashed.
 */
export const snapshotSchema = z.looseObject({
  schema: z.literal("ballast/snapshot/1"),
  account: accountField,
  baseAsset: z.string(),
  block: blockField,
  safe: z.looseObject({
    version: z.string(),
    nonce: amountField,
    threshold: amountField,
    owners: z.array(addressField),
  }),
  rates: z.array(z.looseObject({ asset: z.string(), rate: amountField })),
  positions: z.array(positionSchema),
  exits: z.array(exitSchema),
  tickets: z.array(ticketSchema),
});

export type Snapshot = z.infer<typeof snapshotSchema>;
