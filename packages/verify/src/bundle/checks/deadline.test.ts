import { type Attack, EVIL, replaceCall, testAttacks } from "../../../test/attacks.ts";
import { deadlineData } from "../../../test/bundleParts.ts";
import { DEADLINE, deadlineCall } from "../../../test/validBundle.ts";

const ATTACKS: readonly Attack[] = [
  ["there is no deadline check", ["deadline", "explained"], (parts) => void parts.calls.shift()],
  [
    "the deadline check comes last",
    ["deadline", "explained"],
    ({ calls }) => void calls.push(...calls.splice(0, 1)),
  ],
  [
    "the deadline in the bytes is later than the plan's",
    ["deadline"],
    (parts) => replaceCall(parts, { at: 0, by: deadlineCall(DEADLINE + 1n) }),
  ],
  [
    "the deadline check asks a contract that never reverts",
    ["deadline"],
    (parts) => replaceCall(parts, { at: 0, by: { ...deadlineCall(DEADLINE), to: EVIL } }),
  ],
  [
    "the deadline check carries a call of its own",
    ["deadline"],
    (parts) =>
      replaceCall(parts, {
        at: 0,
        by: { ...deadlineCall(DEADLINE), data: deadlineData(DEADLINE, ["0xaabbccdd"]) },
      }),
  ],
  [
    "the deadline check sends ETH",
    ["deadline"],
    (parts) => replaceCall(parts, { at: 0, by: { ...deadlineCall(DEADLINE), value: 1n } }),
  ],
  [
    "the deadline was over when it was decided",
    ["deadline"],
    (parts) => {
      parts.plan.deadline = parts.block.timestamp;
      replaceCall(parts, { at: 0, by: deadlineCall(parts.block.timestamp) });
    },
  ],
];

testAttacks(ATTACKS);
