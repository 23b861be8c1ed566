import { expect, test } from "vitest";
import { type Attack, ETHER, EVIL, testAttacks } from "../../../test/attacks.ts";
import { detailOf, failedChecks } from "../../../test/failedChecks.ts";
import { bundleText, OWNERS } from "../../../test/validBundle.ts";

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
