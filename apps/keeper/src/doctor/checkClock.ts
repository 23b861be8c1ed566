import type { PinnedBlock } from "@ballast/adapters";
import { formatDuration, type Seconds } from "@ballast/core";
import { type Check, fail, fine, warn } from "./check.ts";

/** A head may be this old before the node or the clock is suspect: five slots of 12 s. */
const HEAD_AGE_S = 60;

/** Compares the newest block's time with this machine's clock. */
export function checkClock({ block, heads }: PinnedBlock, now: Date): readonly Check[] {
  const age = Math.floor(now.getTime() / 1_000) - Number(block.timestamp);
  const text = `block ${block.number} is ${formatDuration(BigInt(Math.abs(age)) as Seconds)} ${age < 0 ? "in the future" : "old"}`;
  const clock =
    age < 0
      ? fail("Clock", {
          detail: text,
          todo: "Set this machine's clock (NTP); the chain's time is ahead of it.",
        })
      : age > HEAD_AGE_S
        ? warn("Clock", {
            detail: text,
            todo: "See whether the node is in sync and this machine's clock is right.",
          })
        : fine("Clock", text);
  return [clock, ...heads.map(headCheck)];
}

function headCheck({ source, state, detail }: PinnedBlock["heads"][number]): Check {
  if (state === "agrees") return fine(`Source ${source}`, detail);
  return fail(`Source ${source}`, {
    detail: `${state}: ${detail}`,
    todo: "Nothing is proposed while sources are not of one mind. Check that endpoint in RPC_URLS.",
  });
}
