import type { Plan } from "@ballast/core";
import { describe, expect, test } from "vitest";
import { planTitle } from "./planTitle.ts";

const plan = (moves: readonly [string, string][], purpose: Plan["purpose"] = "rebalance") =>
  ({
    purpose,
    actions: moves.map(([kind, position]) => ({ kind, position })),
    figures: { turnover: 120n * 10n ** 18n },
  }) as unknown as Plan;

const AMOUNT = "120.00\u00a0ETH";

describe("a plan in one line", () => {
  test.each([
    [
      "an exit and an entry are a move",
      plan([
        ["exit", "lido:wstETH"],
        ["enter", "etherfi:weETH"],
      ]),
      `Move ${AMOUNT} from wstETH to weETH`,
    ],
    ["an exit alone takes out", plan([["exit", "lido:wstETH"]]), `Take ${AMOUNT} out of wstETH`],
    ["an entry alone puts in", plan([["enter", "etherfi:weETH"]]), `Put ${AMOUNT} into weETH`],
    [
      "two exits are both named, each once",
      plan([
        ["exit", "a:x"],
        ["exit", "b:y"],
        ["exit", "a:x"],
      ]),
      `Take ${AMOUNT} out of x and y`,
    ],
    [
      "an emergency says so",
      plan([["exit", "etherfi:weETH"]], "emergency-exit"),
      `Emergency exit: take ${AMOUNT} out of weETH`,
    ],
  ] as const)("%s", (_name, input, title) => {
    expect(planTitle(input)).toBe(title);
  });
});
