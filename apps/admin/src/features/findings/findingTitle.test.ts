import { type Finding, planRules, rules } from "@ballast/core";
import { describe, expect, test } from "vitest";
import { findingTitle } from "./findingTitle.ts";

const title = (rule: string, subject: unknown) =>
  findingTitle({ rule, subject } as Pick<Finding, "rule" | "subject">);

describe("the title of a finding", () => {
  test.each([
    [
      "a position is named as people say it",
      "position-band",
      { kind: "position", id: "etherfi:weETH" },
      "Band, weETH",
    ],
    ["a venue by its name", "protocol-cap", { kind: "venue", id: "etherfi" }, "Protocol cap, ether.fi"],
    [
      "a ticket by its venue and number",
      "ticket-loss",
      { kind: "ticket", id: "lido:17" },
      "Withdrawal loss, Lido ticket 17",
    ],
    [
      "an operator by the ends of its address",
      "operator-cap",
      { kind: "operator", id: `0x${"ab".repeat(20)}` },
      "Operator cap, 0xABaB…ABaB",
    ],
    [
      "a figure by its contract",
      "contract-changed",
      { kind: "figure", id: "eigenlayer:implementation:delegationManager" },
      "Contracts, EigenLayer delegationManager",
    ],
    ["the account needs no name", "cooldown", { kind: "account" }, "Cooldown"],
    [
      "a rule of a newer engine is named as it is",
      "new-rule",
      { kind: "feed", id: "ETH/USD" },
      "new-rule, ETH/USD",
    ],
  ])("%s", (_name, rule, subject, expected) => {
    expect(title(rule, subject)).toBe(expected);
  });

  test("every rule of this engine has one", () => {
    const bare = [...rules, ...planRules]
      .map(({ id }) => id)
      .filter((id) => title(id, { kind: "account" }) === id);
    expect(bare).toEqual([]);
  });
});
