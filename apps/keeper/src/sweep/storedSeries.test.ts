import { EXAMPLE_POLICY_YAML, parsePolicy } from "@ballast/core";
import { expect, test } from "vitest";
import { storedSeries } from "./storedSeries.ts";

const parsed = parsePolicy(EXAMPLE_POLICY_YAML);
if (!parsed.ok) throw new Error("the example is a policy");
const { policy } = parsed;

test.each([
  ["rate:wstETH", "rate:wstETH"],
  ["feed:ETH/USD", "feed:ETH/USD"],
  ["figure:lido:tvl", "figure:lido:tvl"],
  ["market:wstETH", "market:wstETH@50000000000000000000"],
  ["depth:wstETH", "depth:wstETH@30"],
  ["safe:owners", `safe:${policy.account.address}:owners`],
])("%s is stored as %s", (id, stored) => {
  expect(storedSeries(id, { account: policy.account, policy })).toBe(stored);
});
