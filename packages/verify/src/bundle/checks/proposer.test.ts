import { type Attack, EVIL, testAttacks } from "../../../test/attacks.ts";

const ATTACKS: readonly Attack[] = [
  [
    "the policy names another proposer",
    ["proposer"],
    ({ policy }) => {
      policy.proposer = EVIL;
    },
  ],
  [
    "there are two policies",
    ["proposer", "one-story"],
    ({ others, policy }) => void others.push({ kind: "policy", document: { ...policy, version: 4n } }),
  ],
];

testAttacks(ATTACKS);
