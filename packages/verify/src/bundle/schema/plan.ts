import { z } from "zod";
import { accountField, addressField, amountField, integerField } from "./fields.ts";

/** One swap out of or into a position. */
const action = z.strictObject({
  kind: z.enum(["exit", "enter"]),
  position: z.string(),
  venue: z.string(),
  route: z.string(),
  pool: addressField,
  fee: amountField,
  spend: z.strictObject({ asset: z.string(), amount: amountField }),
  receive: z.strictObject({ asset: z.string(), expected: amountField, atLeast: amountField }),
  limitedBy: z.string(),
});

/** What the calls are explained by. Of the figures only the worst loss can be recomputed from the calls. */
export const planSchema = z.strictObject({
  schema: z.literal("ballast/plan/1"),
  account: accountField,
  purpose: z.enum(["rebalance", "emergency-exit"]),
  actions: z.array(action).min(1, { error: "must hold at least one action" }),
  expected: z.array(z.strictObject({ asset: z.string(), atLeast: integerField, atMost: integerField })),
  figures: z.looseObject({ worstLoss: amountField }),
  deadline: amountField,
});

export type Plan = z.infer<typeof planSchema>;
export type Action = z.infer<typeof action>;
