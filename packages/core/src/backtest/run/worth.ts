import { isBaseLike } from "../../portfolio/settlementAsset.ts";
import type { AssetId, BaseUnits, PositionId, RawAmount, Wad } from "../../units/brands.ts";
import { sumValues } from "../../units/order.ts";
import { valueDown } from "../../units/value.ts";
import { WAD_ONE } from "../../units/wadMath.ts";
import type { SimulatedAccount } from "../account/account.ts";
import { assetOf } from "../account/assetOf.ts";
import type { Market } from "../market/market.ts";
import { priceOf } from "../market/priceOf.ts";
import type { Worth } from "./result.ts";

type Priced = { readonly rate: (asset: AssetId) => Wad; readonly price: (asset: AssetId) => Wad };

/** Rates and prices as last told; a price that no row gives is the rate. */
export function pricesOf(market: Market, baseAsset: AssetId): Priced {
  const rate = (asset: AssetId) =>
    isBaseLike(asset, baseAsset) ? WAD_ONE : (market.rates.get(asset) ?? (0n as Wad));
  return { rate, price: (asset) => priceOf(market, asset) ?? rate(asset) };
}

/** Worth of amounts, each position rounded down. */
export function worthOf(holdings: ReadonlyMap<PositionId, RawAmount>, { rate, price }: Priced): Worth {
  let [accounting, market] = [0n, 0n];
  for (const [position, amount] of holdings) {
    const asset = assetOf(position);
    accounting += valueDown(amount, rate(asset));
    market += valueDown(amount, price(asset));
  }
  return { accounting, market };
}

/** Accounting value of withdrawals under way, each payout rounded down. */
export function waitingWorth({ tickets }: SimulatedAccount, { rate }: Priced): BaseUnits {
  return sumValues(
    tickets.flatMap(({ reading }) => reading.pays.map(({ asset, payout }) => valueDown(payout, rate(asset)))),
  );
}
