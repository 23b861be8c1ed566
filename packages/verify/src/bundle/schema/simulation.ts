import { z } from "zod";
import { addressField, amountField, blockField, hashField } from "./fields.ts";

/** What the transaction did when it was run at the decision's block. */
export const simulationSchema = z.strictObject({
  schema: z.literal("ballast/simulation/1"),
  block: blockField,
  safeTxHash: hashField,
  method: z.string(),
  approvedBy: z.array(addressField),
  conditional: z.boolean(),
  success: z.boolean(),
  revert: z.string(),
  gasUsed: amountField,
  changes: z.array(z.strictObject({ asset: z.string(), before: amountField, after: amountField })),
  allowances: z.array(z.strictObject({ asset: z.string(), spender: addressField, after: amountField })),
  configurationUnchanged: z.boolean(),
  unexpected: z.array(z.strictObject({ code: z.string(), detail: z.string() })),
});
