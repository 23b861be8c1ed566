import { z } from "zod";
import { addressField, amountField } from "./fields.ts";

const withdrawal = z.strictObject({
  staker: addressField,
  delegatedTo: addressField,
  withdrawer: addressField,
  nonce: amountField,
  startBlock: amountField,
  strategies: z.array(addressField),
  scaledShares: z.array(amountField),
});

/** What a venue is told to pay a ticket out. */
export const claimOrderSchema = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({
      kind: z.literal("eigenlayer-withdrawal"),
      withdrawal,
      tokens: z.array(addressField),
    }),
    z.strictObject({ kind: z.literal("etherfi-request"), requestId: amountField }),
    z.strictObject({ kind: z.literal("lido-request"), requestId: amountField, hint: amountField }),
  ],
  { error: "must be a kind of claim" },
);

/** How a venue is asked for a withdrawal. */
export const requestOrderSchema = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({
      kind: z.literal("eigenlayer-queue"),
      strategy: addressField,
      depositShares: amountField,
    }),
    z.strictObject({ kind: z.literal("eigenlayer-undelegate"), operator: addressField }),
    z.strictObject({ kind: z.literal("etherfi-queue"), amounts: z.array(amountField) }),
    z.strictObject({ kind: z.literal("lido-queue"), amounts: z.array(amountField) }),
  ],
  { error: "must be a kind of request" },
);

export type ClaimOrder = z.infer<typeof claimOrderSchema>;
export type RequestOrder = z.infer<typeof requestOrderSchema>;
