import { type Attack, EVIL, testAttacks } from "../../../test/attacks.ts";

const ATTACKS: readonly Attack[] = [
  [
    "the policy is another account's",
    ["one-story"],
    ({ policy }) => {
      policy.account.address = EVIL;
    },
  ],
  [
    "the snapshot is another account's",
    ["one-story"],
    ({ snapshot }) => {
      snapshot.account.address = EVIL;
    },
  ],
  [
    "the snapshot is of another chain",
    ["one-story"],
    ({ snapshot }) => {
      snapshot.account.chainId = 1n;
    },
  ],
  [
    "the plan is another account's",
    ["one-story"],
    ({ plan }) => {
      plan.account.address = EVIL;
    },
  ],
  [
    "the snapshot is of an older block",
    ["one-story"],
    ({ snapshot }) => {
      snapshot.block.number -= 1n;
    },
  ],
  [
    "the simulation ran at another block",
    ["one-story"],
    ({ simulation }) => {
      simulation.block.hash = `0x${"1".repeat(64)}`;
    },
  ],
  [
    "there is no snapshot of the Safe",
    ["one-story", "envelope", "held", "simulation", "worst-loss"],
    ({ snapshot }) => void Reflect.set(snapshot, "safe", null),
  ],
];

testAttacks(ATTACKS);
