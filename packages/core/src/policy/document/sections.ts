import * as z from "zod";
import { addressField, amount, duration, integer, optional, percent, position, venue } from "./fields.ts";

/** The parts of a policy document, each a record of fields with the words that people see. */
export const band = z.strictObject({
  position: position({
    title: "Position",
    description: "Where value may be held, as <venue>:<form>; with an operator, <venue>:<form>@<operator>.",
    tightens: "never",
    because: "It names what the other limits speak of; another name is another item.",
  }),
  min: percent({
    title: "Minimum",
    description: "Least share of the account's value. Below it the position is raised.",
    tightens: "depends",
    because:
      "A higher minimum of idle money keeps more of it; of any other position it asks for entries, and a lower one asks for less.",
  }),
  target: percent({
    title: "Target",
    description: "Share to come back to when the band is broken or a better yield pays for the move.",
    tightens: "neutral",
    because: "No rule refuses a plan or raises a finding by it: minimum and maximum bound what is held.",
  }),
  max: percent({
    title: "Maximum",
    description: "Largest share of the account's value. Above it the position is reduced.",
    tightens: "depends",
    because:
      "A lower maximum refuses more of a position and reduces it earlier; of idle money it forces value into others, and at 0% missing prices and yields of the position no longer hold anything.",
  }),
});

export const protocolCap = z.strictObject({
  venue: venue({
    title: "Venue",
    description: "A protocol, counted over all its positions.",
    tightens: "never",
    because: "It names what the other limits speak of; another name is another item.",
  }),
  max: percent({
    title: "Maximum",
    description: "Largest share of the account's value held directly in the venue.",
    tightens: "down",
    because: "A lower cap refuses more of a protocol and reduces it earlier.",
  }),
});

export const operatorCap = z.strictObject({
  operator: addressField({
    title: "Operator",
    description: "An EigenLayer operator that stake is delegated to.",
    tightens: "never",
    because: "It names what the other limits speak of; another name is another item.",
  }),
  max: percent({
    title: "Maximum",
    description: "Largest share of the treasury's value, over all its accounts, delegated to the operator.",
    tightens: "down",
    because: "A lower cap reduces what is with an operator earlier, and adds nothing to it.",
  }),
});

export const liquidityRung = z.strictObject({
  share: percent({
    title: "Share",
    description: "At least this share of the account's value must be able to leave.",
    tightens: "depends",
    because: "A larger share keeps more of the account able to leave; the rungs are compared together.",
  }),
  within: duration({
    title: "Within",
    description: "Time in which it must be able to reach the base asset.",
    tightens: "depends",
    because: "A shorter time asks more of the same share; the rungs are compared together.",
  }),
});

export const objective = z.strictObject({
  horizon: duration({
    title: "Horizon",
    description: "Time over which a better yield is counted against the cost of moving.",
    tightens: "never",
    because:
      "A longer horizon makes more moves look worth their cost, and a shorter one changes how gain, cost and payback round.",
  }),
  yieldWindow: duration({
    title: "Yield window",
    description: "Time over which the growth of an accounting rate is measured as yield.",
    tightens: "never",
    because: "Over another window every yield is another, so other moves pay.",
  }),
});

export const costs = z.strictObject({
  slippage: percent({
    title: "Slippage",
    description: "Most that a swap may give up against the accounting rate. Minimum outputs are set from it.",
    tightens: "never",
    because:
      "A higher ceiling admits dearer entries; a lower one refuses repairs, and is what the liquidity ladder counts at.",
  }),
  emergencySlippage: percent({
    title: "Emergency slippage",
    description: "The same ceiling for an emergency exit.",
    tightens: "never",
    because: "A lower ceiling suppresses emergency exits; a higher one lets them lose more.",
  }),
  minimumNetGain: amount({
    title: "Minimum net gain",
    description: "Gain over the horizon less all costs must reach this.",
    tightens: "up",
    because: "More must be gained by an entry; repairs and emergencies owe no gain.",
  }),
  payback: duration({
    title: "Payback",
    description: "The gain must have paid for the cost within this time.",
    tightens: "down",
    because: "An entry must pay for itself sooner; repairs and emergencies owe no payback.",
  }),
  gasShareOfGain: optional(
    percent({
      title: "Gas share of gain",
      description: "Largest share of a rebalance's gain over the horizon that its gas may cost.",
      tightens: "down",
      because: "An entry must gain more for its gas; repairs and emergencies owe no gain.",
    }),
    {},
  ),
  worstLossPerBatch: optional(
    percent({
      title: "Worst loss per batch",
      description:
        "Largest share of the account's value that a rebalance may lose if every trade pays only its minimum.",
      tightens: "never",
      because: "A larger loss admits larger entries; a smaller one refuses repairs.",
    }),
    {},
  ),
});

export const pace = z.strictObject({
  cooldown: duration({
    title: "Cooldown",
    description: "Least time between two rebalances of the account.",
    tightens: "never",
    because: "A shorter cooldown admits entries sooner; a longer one holds back repairs.",
  }),
  dwell: duration({
    title: "Dwell",
    description:
      "A position that a rebalance entered is not left by another within this time, nor the other way round.",
    tightens: "never",
    because: "A shorter dwell admits entries sooner; a longer one holds back repairs.",
  }),
  minimumTrade: amount({
    title: "Minimum trade",
    description: "Smaller moves are not proposed.",
    tightens: "never",
    because: "A lower minimum admits smaller entries; a higher one refuses small repairs.",
  }),
  turnoverPerDay: optional(
    percent({
      title: "Turnover per day",
      description: "Largest share of the account's value that rebalances may move within a day.",
      tightens: "never",
      because: "A larger share admits more entries in a day; a smaller one holds back repairs.",
    }),
    {},
  ),
});

export const batch = z.strictObject({
  maxCalls: integer({
    title: "Most calls",
    description: "Calls in one batch, the deadline check included.",
    tightens: "never",
    because: "More calls admit larger entries; fewer refuse exits, an emergency's too.",
  }),
  maxGas: integer({
    title: "Most gas",
    description: "Gas that one batch may use in simulation.",
    tightens: "never",
    because: "More gas admits larger entries; less refuses exits, an emergency's too.",
  }),
});
