import { z } from "zod";
import { accountField, addressField, amountField, blockField } from "./fields.ts";

/** What is needed of the policy: whose bundles count for which account. The whole of it is hashed. */
export const policySchema = z.looseObject({
  schema: z.literal("ballast/policy/1"),
  account: accountField,
  version: amountField,
  proposer: addressField,
});

/** What is needed of the snapshot: where and when it was, the Safe, and what an asset is worth. The whole of it is hashed. */
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
});
