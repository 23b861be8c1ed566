import type { Plan } from "@ballast/core";
import { describe, expect, test } from "vitest";
import { planTitle } from "./planTitle.ts";

const OPERATOR = `0x${"ab".repeat(20)}`;
const STAKED = `eigenlayer:stETH@${OPERATOR}`;
const UNDELEGATE = { position: STAKED, order: { kind: "eigenlayer-undelegate", operator: OPERATOR } };
const QUEUE = { position: STAKED, order: { kind: "eigenlayer-queue" } };
const claim = (venue: string, asset: string, ether: bigint) => ({
  venue,
  receive: [{ asset, expected: ether * 10n ** 18n }],
});

const plan = (
  moves: readonly [string, string][],
  {
    purpose = "rebalance",
    ...parts
  }: { purpose?: Plan["purpose"]; claims?: object[]; requests?: object[] } = {},
) =>
  ({
    purpose,
    claims: [],
    requests: [],
    ...parts,
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
      plan([["exit", "etherfi:weETH"]], { purpose: "emergency-exit" }),
      `Emergency exit: take ${AMOUNT} out of weETH`,
    ],
    [
      "claims of one asset are one amount",
      plan([], {
        purpose: "claim",
        claims: [claim("eigenlayer", "stETH", 35n), claim("eigenlayer", "stETH", 5n)],
      }),
      "Claim 40.00\u00a0stETH from EigenLayer",
    ],
    [
      "claims of several are listed",
      plan([], { purpose: "claim", claims: [claim("eigenlayer", "stETH", 35n), claim("lido", "ETH", 2n)] }),
      "Claim 35.00\u00a0stETH and 2.00\u00a0ETH from EigenLayer and Lido",
    ],
    [
      "leaving an operator in an emergency names it",
      plan([], { purpose: "emergency-exit", requests: [UNDELEGATE] }),
      "Emergency exit from EigenLayer operator 0xABaB…ABaB",
    ],
    [
      "an emergency that does more names what it leaves",
      plan([["exit", "etherfi:weETH"]], { purpose: "emergency-exit", requests: [UNDELEGATE] }),
      `Emergency exit: take ${AMOUNT} out of weETH and stETH at 0xABaB…ABaB`,
    ],
    [
      "a request alone is queued",
      plan([], { requests: [QUEUE] }),
      `Queue ${AMOUNT} of stETH at 0xABaB…ABaB for withdrawal`,
    ],
    [
      "a move with a request beside it claims no amount for the move",
      plan(
        [
          ["exit", "lido:wstETH"],
          ["enter", "etherfi:weETH"],
        ],
        { requests: [QUEUE] },
      ),
      "Move from wstETH to weETH, and queue stETH at 0xABaB…ABaB for withdrawal",
    ],
    [
      "a claim beside a trade is said last",
      plan([["exit", "lido:wstETH"]], { claims: [claim("lido", "ETH", 2n)] }),
      `Take ${AMOUNT} out of wstETH, and claim 2.00\u00a0ETH from Lido`,
    ],
  ] as const)("%s", (_name, input, title) => {
    expect(planTitle(input)).toBe(title);
  });
});
