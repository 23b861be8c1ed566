import { eigenlayerCalls } from "@ballast/adapters";
import { rawAmount } from "@ballast/core";
import { zeroAddress } from "viem";
import { DUST } from "../dust.ts";
import { magnitudeOf } from "../magnitudeOf.ts";
import { part } from "../part.ts";
import { PLACES } from "../places.ts";
import { scalingDust } from "../scalingDust.ts";
import type { Step } from "../step.ts";
import { unwrapWsteth } from "./unwrapWsteth.ts";

const WHOLE_STETH_ROOM = 10n ** 9n;

/** Unwraps a part of the wstETH and deposits what stETH there is with EigenLayer, with the account's operator if it has one. */
export const restake =
  (of: bigint): Step =>
  async (chain, before) => {
    const { units, rates } = before;
    const isDelegated = units.operator !== zeroAddress;
    if (isDelegated && (await magnitudeOf(chain, units.operator)).max === 0n) return null;
    const amount = ((units.stEth + part(units.wstEth, of)) * rates.lido.wei) / rates.lido.shares;
    if (amount < WHOLE_STETH_ROOM) return null;
    const unwrapped = await unwrapWsteth(of)(chain, before);
    // What the unwrapping and the transfer round off is not asked for.
    const asked = rawAmount(amount - DUST.unwrapLido - eigenlayerCalls.DEPOSIT_MARGIN);
    await chain.block(eigenlayerCalls.encodeDeposit({ ...PLACES, strategy: PLACES.strategy, amount: asked }));
    return {
      down: (unwrapped?.down ?? 0n) + DUST.restake + scalingDust(units.deposited + 2n * asked),
      up: DUST.restakeUp,
    };
  };
