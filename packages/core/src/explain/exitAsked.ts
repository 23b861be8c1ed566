import type { Copy } from "./copy.ts";

/** Every guard that exits several positions says so of each in the same words. */
export function exitAsked(rule: string, because: string): Copy {
  return {
    [`${rule}/exit-asked`]: ({ subject, measured, effect }) =>
      `${subject} holds ${measured} where ${because}, and the policy answers that with an exit.${effect}`,
  };
}
