import { describe, expect, test } from "vitest";
import { type Attack, ETHER, EVIL, testAttacks } from "../../../test/attacks.ts";
import { detailOf, failedChecks } from "../../../test/failedChecks.ts";
import { bundleText, draft, OWNERS, type Parts, ROUTER } from "../../../test/validBundle.ts";
import { withdrawalText } from "../../../test/withdrawalBundle.ts";

const OWNER = OWNERS[0] ?? EVIL;

const ATTACKS: readonly Attack[] = [
  [
    "the simulation is of another transaction",
    ["simulation"],
    ({ simulation }) => {
      simulation.safeTxHash = `0x${"1".repeat(64)}`;
    },
  ],
  [
    "the simulation reverted",
    ["simulation"],
    ({ simulation }) => {
      simulation.success = false;
    },
  ],
  [
    "the simulation went through with a revert text",
    ["simulation"],
    ({ simulation }) => {
      simulation.revert = "GS013";
    },
  ],
  [
    "the simulation saw something unexpected",
    ["simulation"],
    ({ simulation }) => void simulation.unexpected.push({ code: "owner", detail: "changed" }),
  ],
  [
    "the Safe itself changed",
    ["simulation"],
    ({ simulation }) => {
      simulation.configurationUnchanged = false;
    },
  ],
  [
    "an allowance was left",
    ["simulation"],
    ({ simulation }) => void Reflect.set(simulation.allowances[0] ?? {}, "after", 1n),
  ],
  ["an allowance was not looked at", ["simulation"], ({ simulation }) => void simulation.allowances.pop()],
  [
    "a balance fell further than planned",
    ["simulation"],
    ({ simulation }) => void Reflect.set(simulation.changes[3] ?? {}, "after", 399n * ETHER),
  ],
  [
    "a balance grew less than planned",
    ["simulation"],
    ({ simulation }) => void Reflect.set(simulation.changes[2] ?? {}, "after", 2n * ETHER),
  ],
  [
    "a balance grew more than planned",
    ["simulation"],
    ({ simulation }) => void Reflect.set(simulation.changes[1] ?? {}, "after", 11n * ETHER),
  ],
  [
    "a balance that the plan does not touch changed",
    ["simulation"],
    ({ simulation }) => void Reflect.set(simulation.changes[0] ?? {}, "after", 4n),
  ],
  [
    "a planned balance was not looked at",
    ["simulation"],
    ({ simulation }) => void simulation.changes.splice(2, 1),
  ],
  [
    "too few owners were assumed to sign",
    ["simulation"],
    ({ simulation }) => void simulation.approvedBy.pop(),
  ],
  [
    "one owner was assumed to sign twice",
    ["simulation"],
    ({ simulation }) => void simulation.approvedBy.splice(0, 2, OWNER, OWNER),
  ],
  [
    "a stranger was assumed to sign",
    ["simulation"],
    ({ simulation }) => {
      simulation.approvedBy[1] = EVIL;
    },
  ],
  [
    "it claims to be unconditional at a later nonce",
    ["simulation"],
    ({ transaction }) => {
      transaction.nonce = 8n;
    },
  ],
];

testAttacks(ATTACKS);

test("the reason names what was measured and what was planned", async () => {
  const text = await bundleText(
    ({ simulation }) => void Reflect.set(simulation.changes[0] ?? {}, "after", 4n),
  );
  expect(detailOf(text, "simulation")).toBe(
    "change of ETH in the simulation is -1, not 0 (the plan does not touch it)",
  );
});

test("work behind queued transactions passes and is labelled conditional", async () => {
  const text = await bundleText(({ transaction, simulation }) => {
    transaction.nonce = 9n;
    simulation.conditional = true;
  });
  expect(failedChecks(text)).toEqual([]);
  expect(detailOf(text, "simulation")).toContain("It is conditional");
});

/** A measured balance afterwards, by asset. */
const measured =
  (asset: string, change: bigint) =>
  ({ simulation }: Parts) => {
    for (const each of simulation.changes.filter((one) => one.asset === asset)) each.after += change;
  };
/** The same, with the plan's bounds made wide enough for anything. */
const bounded =
  (asset: string, change: bigint) =>
  (parts: Parts): void => {
    measured(asset, change)(parts);
    for (const each of parts.plan.expected) Object.assign(each, { atLeast: -(2n ** 90n), atMost: 2n ** 90n });
  };

const ON_WITHDRAWALS: readonly Attack[] = [
  [
    "the adapter's allowance was left",
    ["simulation"],
    ({ simulation }) => void Reflect.set(simulation.allowances[0] ?? {}, "after", 1n),
  ],
  [
    "the adapter's allowance was not looked at",
    ["simulation"],
    ({ simulation }) => void simulation.allowances.shift(),
  ],
  [
    "the queue's allowance was not looked at",
    ["simulation"],
    ({ simulation }) => void simulation.allowances.pop(),
  ],
  [
    "another spender's allowance was looked at",
    ["simulation"],
    ({ simulation }) => void Reflect.set(simulation.allowances[1] ?? {}, "spender", EVIL),
  ],
  ["claims paid a wei of ETH less", ["simulation"], bounded("ETH", -1n)],
  ["claims paid a wei of ETH more", ["simulation"], bounded("ETH", 1n)],
  ["claims paid more stETH than rebases add", ["simulation"], bounded("stETH", 10n * ETHER)],
  ["claims paid less stETH than transfers round", ["simulation"], bounded("stETH", -4n)],
  ["requests took a wei of weETH more", ["simulation"], bounded("weETH", -1n)],
  ["requests left a wei of weETH", ["simulation"], bounded("weETH", 1n)],
  ["requests took a wei of wstETH less", ["simulation"], bounded("wstETH", 1n)],
  [
    "what a request takes was not measured",
    ["simulation"],
    ({ simulation, plan }) => {
      simulation.changes.pop();
      plan.expected.pop();
    },
  ],
  ["a token that nothing touches moved", ["simulation"], measured("WETH", -1n)],
];

describe("with claims and requests:", () => testAttacks(ON_WITHDRAWALS, withdrawalText));

test.each([0n, 1n, 5n, -3n])("stETH may come %s wei off, twice two of them by its transfers", async (off) => {
  expect(failedChecks(await withdrawalText(measured("stETH", off)))).toEqual([]);
});

test("the reason names what claims, trades and requests come to", async () => {
  const text = await withdrawalText(bounded("weETH", 1n));
  expect(detailOf(text, "simulation")).toBe(
    "weETH changed by -24999999999999999999 in the simulation; claims, trades and requests come to -25000000000000000000 to -25000000000000000000",
  );
});

test("a trade that buys what a claim pays may bring more, but not less", async () => {
  const buying = (got: bigint) => (parts: Parts) => {
    const { actions } = draft().plan;
    const [sell] = actions;
    if (sell === undefined) return;
    parts.plan.actions = [
      { ...sell, receive: { asset: "stETH", expected: 120n * ETHER, atLeast: 119n * ETHER } },
    ];
    bounded("stETH", got)(parts);
    bounded("wstETH", -100n * ETHER)(parts);
    for (const each of parts.simulation.changes) if (each.asset === "wstETH") each.before += 100n * ETHER;
    for (const each of parts.simulation.changes) if (each.asset === "wstETH") each.after += 100n * ETHER;
    parts.simulation.allowances.push({ asset: "wstETH", spender: ROUTER, after: 0n });
  };
  expect(failedChecks(await withdrawalText(buying(130n * ETHER)))).not.toContain("simulation");
  expect(failedChecks(await withdrawalText(buying(118n * ETHER)))).toContain("simulation");
});
