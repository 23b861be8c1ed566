import * as z from "zod";
import { addressField, choice, duration, integer, optional, orElse } from "./fields.ts";
import { guards } from "./guards.ts";
import { band, batch, costs, liquidityRung, objective, operatorCap, pace, protocolCap } from "./sections.ts";

/**
 * The policy as people write it, in YAML or JSON. The one source of the parser, the form, the reference and the
 * JSON Schema: a field exists when it stands here. What fields mean together is checked by policyProblems.
 */
export const policyDocument = z.strictObject({
  schema: z
    .literal("ballast/policy/1")
    .meta({ kind: "text", title: "Schema", description: "Format of this document: ballast/policy/1." }),
  account: addressField({ title: "Account", description: "Address of the Safe that this policy governs." }),
  chainId: integer({ title: "Chain id", description: "Chain of the Safe: 1 for Ethereum." }),
  baseAsset: choice(["ETH"], {
    title: "Base asset",
    description: "Asset in which all positions are valued and compared.",
  }),
  version: integer({
    title: "Version",
    description: "1 for the first policy of the account, one higher for each new one.",
  }),
  mode: orElse(
    choice(["observe", "propose"], {
      title: "Mode",
      description: "observe judges and records; propose also puts transactions in front of the owners.",
    }),
    "observe",
  ),
  proposer: addressField({
    title: "Proposer",
    description: "The only key whose proposals count for this account. Never an owner.",
  }),
  looseningDelay: duration({
    title: "Loosening delay",
    description: "How long a loosening waits while this policy is in force.",
  }),
  universe: z.array(band).meta({
    title: "Universe",
    description:
      "Positions that may be held, with their bands. What is not listed may be left, never entered.",
  }),
  caps: z
    .strictObject({
      protocols: z
        .array(protocolCap)
        .meta({ title: "Protocol caps", description: "Limits per protocol over all its positions." }),
      operators: optional(z.array(operatorCap), {
        title: "Operator caps",
        description:
          "Limits per operator over all accounts of the treasury. Each account's owners approve their own.",
      }),
    })
    .meta({ title: "Caps", description: "Limits on concentration." }),
  liquidity: z
    .array(liquidityRung)
    .meta({ title: "Liquidity ladder", description: "How much must be able to leave, and how fast." }),
  objective: objective.meta({ title: "Objective", description: "What a better allocation is judged by." }),
  costs: costs.meta({ title: "Costs", description: "What a move may cost and must earn." }),
  pace: pace.meta({ title: "Pace", description: "How often and in what steps the account may move." }),
  guards: guards.meta({ title: "Guards", description: "Alarms and what they do." }),
  batch: batch.meta({ title: "Batch", description: "Limits on one transaction." }),
  proposalDeadline: duration({
    title: "Proposal deadline",
    description: "Time from the decision's block after which the batch reverts harmlessly.",
  }),
});

/** The document with its values read: what policyDocument gives. */
export type PolicyDocument = z.output<typeof policyDocument>;
