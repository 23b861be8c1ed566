import { min } from "@ballast/core";
import { RAY } from "./ray.ts";
import type { Rate, Rates } from "./readRates.ts";
import type { Units, Waiting } from "./readUnits.ts";
import { total } from "./total.ts";

/** In rays, by the venue whose rate moves it. */
export type Worth = { readonly lido: bigint; readonly etherfi: bigint; readonly eigenlayer: bigint };

const at = (shares: bigint, { wei, shares: under }: Rate): bigint => (shares * wei * RAY) / under;
const least = ({ amount, shares }: Waiting, rate: Rate): bigint => min(amount * RAY, at(shares, rate));

/** What the units that move with a rate are worth at these rates, without any rounding to wei. */
export function worth(units: Units, rates: Rates): Worth {
  const restaked = units.staked + total(units.queued.map(({ shares }) => shares));
  return {
    lido: at(units.lido, rates.lido) + total(units.atLido.map((each) => least(each, rates.lido))),
    etherfi:
      at(units.etherfi, rates.etherfi) + total(units.atEtherfi.map((each) => least(each, rates.frozen))),
    eigenlayer: at(restaked, rates.strategy),
  };
}
