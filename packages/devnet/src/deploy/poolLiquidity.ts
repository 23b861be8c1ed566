import { sqrtDown } from "../market/sqrtPrice.ts";

const wad = 10n ** 18n;
/** 1 / sqrt(0.98) - 1: the share of the virtual reserve that must be sold to move the price down by 2 %. */
const twoPercentShareWad = 10_152_544_552_210_749n;

/** How far the liquidity reaches from the first price, in ticks (1 tick = 1 bp): -9.5 % to +25 %, months of growth. */
export const ticksBelow = 1_000;
export const ticksAbove = 2_240;

/**
 * What must be deposited so that selling `depthWei` (ether's worth) of the token moves the price down by 2 %.
 * With virtual reserves V on each side (in ether's worth), selling x moves the price by about 2x/V and costs about x/V.
 * @param depthWei ether's worth
 * @param priceWad WETH per token
 * @returns base units of the token and of WETH, rounded down
 */
export function poolDeposit(depthWei: bigint, priceWad: bigint): { tokenDown: bigint; wethDown: bigint } {
  const virtualWei = (depthWei * wad) / twoPercentShareWad;
  // Deposits of a range [P·a, P·b] with virtual reserve V: V·(1 - sqrt(a)) of WETH, V·(1 - 1/sqrt(b)) of the token's worth.
  const wethDown = (virtualWei * (wad - inverseSqrtOfTicksWad(ticksBelow))) / wad;
  const tokenWorth = (virtualWei * (wad - inverseSqrtOfTicksWad(ticksAbove))) / wad;
  return { tokenDown: (tokenWorth * wad) / priceWad, wethDown };
}

/** 1 / sqrt(1.0001^ticks) */
function inverseSqrtOfTicksWad(ticks: number): bigint {
  let power = wad;
  for (let i = 0; i < ticks; i += 1) power = (power * 10_000n) / 10_001n;
  return sqrtDown(power * wad);
}
