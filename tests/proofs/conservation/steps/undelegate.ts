import { eigenlayerCalls } from "@ballast/adapters";
import { zeroAddress } from "viem";
import { call } from "../call.ts";
import { DUST } from "../dust.ts";
import { PLACES } from "../places.ts";
import type { Step } from "../step.ts";

/** The account leaves its operator, or is put out by it: everything is queued. */
export const undelegate =
  (by: "account" | "operator"): Step =>
  async (chain, { units: { operator } }) => {
    if (operator === zeroAddress) return null;
    const put = { fn: "undelegate", args: [PLACES.account.address] } as const;
    await chain.block(
      by === "account"
        ? eigenlayerCalls.encodeUndelegate(PLACES)
        : [{ ...call(PLACES.delegation, put), from: operator }],
    );
    return { down: DUST.none };
  };
