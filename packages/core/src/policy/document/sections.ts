import * as z from "zod";
import { addressField, amount, duration, integer, percent, position, venue } from "./fields.ts";

/** The parts of a policy document, each a record of fields with the words that people see. */
export const band = z.strictObject({
  position: position({
    title: "Position",
    description: "Where value may be held, as <venue>:<form>; with an operator, <venue>:<form>@<operator>.",
  }),
  min: percent({
    title: "Minimum",
    description: "Least share of the account's value. Below it the position is raised.",
  }),
  target: percent({
    title: "Target",
    description: "Share to come back to when the band is broken or a better yield pays for the move.",
  }),
  max: percent({
    title: "Maximum",
    description: "Largest share of the account's value. Above it the position is reduced.",
  }),
});

export const protocolCap = z.strictObject({
  venue: venue({ title: "Venue", description: "A protocol, counted over all its positions." }),
  max: percent({
    title: "Maximum",
    description: "Largest share of the account's value held directly in the venue.",
  }),
});

export const operatorCap = z.strictObject({
  operator: addressField({
    title: "Operator",
    description: "An EigenLayer operator that stake is delegated to.",
  }),
  max: percent({
    title: "Maximum",
    description: "Largest share of the treasury's value, over all its accounts, delegated to the operator.",
  }),
});

export const liquidityRung = z.strictObject({
  share: percent({
    title: "Share",
    description: "At least this share of the account's value must be able to leave.",
  }),
  within: duration({
    title: "Within",
    description: "Time in which it must be able to reach the base asset.",
  }),
});

export const objective = z.strictObject({
  horizon: duration({
    title: "Horizon",
    description: "Time over which a better yield is counted against the cost of moving.",
  }),
  yieldWindow: duration({
    title: "Yield window",
    description: "Time over which the growth of an accounting rate is measured as yield.",
  }),
});

export const costs = z.strictObject({
  slippage: percent({
    title: "Slippage",
    description: "Most that a swap may give up against the accounting rate. Minimum outputs are set from it.",
  }),
  emergencySlippage: percent({
    title: "Emergency slippage",
    description: "The same ceiling for an emergency exit.",
  }),
  minimumNetGain: amount({
    title: "Minimum net gain",
    description: "Gain over the horizon less all costs must reach this.",
  }),
  payback: duration({
    title: "Payback",
    description: "The gain must have paid for the cost within this time.",
  }),
});

export const pace = z.strictObject({
  cooldown: duration({ title: "Cooldown", description: "Least time between two rebalances of the account." }),
  dwell: duration({
    title: "Dwell",
    description:
      "A position that a rebalance entered is not left by another within this time, nor the other way round.",
  }),
  minimumTrade: amount({ title: "Minimum trade", description: "Smaller moves are not proposed." }),
});

export const batch = z.strictObject({
  maxCalls: integer({ title: "Most calls", description: "Calls in one batch, the deadline check included." }),
  maxGas: integer({ title: "Most gas", description: "Gas that one batch may use in simulation." }),
});
