import { z } from "zod";
import { accountField, blockField, hashField } from "./fields.ts";
import { planSchema } from "./plan.ts";

/** The decision behind a proposal: it proposes, or there is nothing to sign. Findings are hashed, not judged again. */
export const decisionSchema = z.strictObject({
  schema: z.literal("ballast/decision/1"),
  account: accountField,
  block: blockField,
  inputs: z.array(z.strictObject({ kind: z.string(), id: hashField })),
  findings: z.array(z.unknown()),
  outcome: z.strictObject({ kind: z.literal("propose"), because: z.string(), plan: planSchema }),
  rejected: z.array(z.unknown()),
});
