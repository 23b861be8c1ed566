import * as z from "zod";
import { addressField, choice, duration, integer, list, optional, orElse, percent } from "./fields.ts";
import { guards } from "./guards.ts";
import { band, batch, costs, liquidityRung, objective, operatorCap, pace, protocolCap } from "./sections.ts";
import { assetCap, sharedCauseCap } from "./sharedCaps.ts";

/**
 * The policy as people write it, in YAML or JSON. The one source of the parser, the form, the reference and the
 * JSON Schema: a field exists when it stands here. What fields mean together is checked by policyProblems.
 */
export const policyDocument = z.strictObject({
  schema: z.literal("ballast/policy/1").meta({
    kind: "text",
    title: "Schema",
    description: "Format of this document: ballast/policy/1.",
    tightens: "never",
    because: "There is one format; another one is read by other rules.",
  }),
  account: addressField({
    title: "Account",
    description: "Address of the Safe that this policy governs.",
    tightens: "never",
    because: "A policy of another account is another policy.",
  }),
  chainId: integer({
    title: "Chain id",
    description: "Chain of the Safe: 1 for Ethereum.",
    tightens: "never",
    because: "A policy of another chain is another policy.",
  }),
  baseAsset: choice(["ETH"], {
    title: "Base asset",
    description: "Asset in which all positions are valued and compared.",
    tightens: "never",
    because: "In another asset every value and every limit means something else.",
  }),
  version: integer({
    title: "Version",
    description: "1 for the first policy of the account, one higher for each new one.",
    tightens: "neutral",
    because: "It counts the versions and limits nothing.",
  }),
  mode: orElse(
    choice(["observe", "propose"], {
      title: "Mode",
      description: "observe judges and records; propose also puts transactions in front of the owners.",
      tightens: "never",
      because: "propose admits entries; observe suppresses emergency exits.",
    }),
    "observe",
  ),
  proposer: addressField({
    title: "Proposer",
    description: "The only key whose proposals count for this account. Never an owner.",
    tightens: "never",
    because:
      "With another key another machine proposes, and the former one's emergency exits no longer count.",
  }),
  looseningDelay: duration({
    title: "Loosening delay",
    description: "How long a loosening waits while this policy is in force.",
    tightens: "never",
    because:
      "A shorter delay lets a loosening in sooner; a longer one, of one owner alone, could shut the others out of every later change.",
  }),
  universe: list(band, {
    title: "Universe",
    description:
      "Positions that may be held, with their bands. What is not listed may be left, never entered.",
    tightens: "never",
    because:
      "One more position may be entered; one that is taken out is no longer watched nor brought inside its band, which a maximum of 0% does.",
  }),
  caps: z
    .strictObject({
      protocols: list(protocolCap, {
        title: "Protocol caps",
        description: "Limits per protocol over all its positions.",
        tightens: "adding",
        because: "One more cap refuses more and finds more.",
      }),
      operators: optional(
        list(operatorCap, {
          title: "Operator caps",
          description:
            "Limits per operator over all accounts of the treasury. Each account's owners approve their own.",
          tightens: "adding",
          because: "One more cap finds more, and adds nothing to that operator.",
        }),
        {},
      ),
      assets: optional(
        list(assetCap, {
          title: "Asset caps",
          description: "Limits per asset over all venues and forms.",
          tightens: "adding",
          because: "One more cap refuses more and finds more.",
        }),
        {},
      ),
      venueShare: optional(
        percent({
          title: "Share of a venue",
          description:
            "Largest share of a venue's whole value that the treasury's accounts may hold together.",
          tightens: "down",
          because: "A smaller share refuses more of a venue and reduces it earlier.",
        }),
        {},
      ),
      exitLiquidityShare: optional(
        percent({
          title: "Share of exit liquidity",
          description:
            "Largest share of what an asset's pool takes within the slippage ceiling that the treasury's accounts may hold together.",
          tightens: "down",
          because: "A smaller share refuses more of an asset and reduces it earlier.",
        }),
        {},
      ),
      sharedCauses: optional(
        list(sharedCauseCap, {
          title: "Shared causes",
          description: "Limits on what depends on one operator, AVS, bridge, oracle, admin key or protocol.",
          tightens: "adding",
          because: "One more cap refuses more and finds more.",
        }),
        {},
      ),
    })
    .meta({ title: "Caps", description: "Limits on concentration." }),
  liquidity: list(liquidityRung, {
    title: "Liquidity ladder",
    description: "How much must be able to leave, and how fast.",
    tightens: "depends",
    because:
      "The ladder is tighter when for each rung there was, one now asks for at least that share within at most that time.",
  }),
  objective: objective.meta({ title: "Objective", description: "What a better allocation is judged by." }),
  costs: costs.meta({ title: "Costs", description: "What a move may cost and must earn." }),
  pace: pace.meta({ title: "Pace", description: "How often and in what steps the account may move." }),
  guards: guards.meta({ title: "Guards", description: "Alarms and what they do." }),
  batch: batch.meta({ title: "Batch", description: "Limits on one transaction." }),
  proposalDeadline: duration({
    title: "Proposal deadline",
    description: "Time from the decision's block after which the batch reverts harmlessly.",
    tightens: "never",
    because:
      "A later deadline lets an old entry still be executed; an earlier one leaves the signers less time for an exit.",
  }),
});

/** The document with its values read: what policyDocument gives. */
export type PolicyDocument = z.output<typeof policyDocument>;
