import { z } from "zod";
import { accountField, addressField, amountField, integerField } from "./fields.ts";
import { claimOrderSchema, requestOrderSchema } from "./orders.ts";

const assetAmount = z.strictObject({ asset: z.string(), amount: amountField });
const receive = z.strictObject({ asset: z.string(), expected: amountField, atLeast: amountField });

/** One swap out of or into a position. */
const action = z.strictObject({
  kind: z.enum(["exit", "enter"]),
  position: z.string(),
  venue: z.string(),
  route: z.string(),
  pool: addressField,
  fee: amountField,
  spend: assetAmount,
  receive,
  limitedBy: z.string(),
});

/** One ticket paid out. */
const claim = z.strictObject({
  ticket: z.string(),
  position: z.string(),
  venue: z.string(),
  receive: z.array(receive),
  order: claimOrderSchema,
});

/** A part of one position turned into tickets. */
const request = z.strictObject({
  position: z.string(),
  venue: z.string(),
  spend: assetAmount,
  expected: assetAmount,
  delay: amountField.nullable(),
  order: requestOrderSchema,
  limitedBy: z.string(),
});

/** What the calls are explained by. Of the figures only the worst loss can be recomputed from the calls. */
export const planSchema = z
  .strictObject({
    schema: z.literal("ballast/plan/1"),
    account: accountField,
    purpose: z.enum(["rebalance", "emergency-exit", "claim"]),
    claims: z.array(claim),
    actions: z.array(action),
    requests: z.array(request),
    expected: z.array(z.strictObject({ asset: z.string(), atLeast: integerField, atMost: integerField })),
    figures: z.looseObject({ worstLoss: amountField }),
    deadline: amountField,
  })
  .refine(({ claims, actions, requests }) => claims.length + actions.length + requests.length > 0, {
    error: "must hold at least one claim, action or request",
  });

export type Plan = z.infer<typeof planSchema>;
export type Action = z.infer<typeof action>;
export type Claim = z.infer<typeof claim>;
export type WithdrawalRequest = z.infer<typeof request>;
