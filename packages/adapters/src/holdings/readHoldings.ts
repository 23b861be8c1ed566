import { type AccountRef, type Missing, type PositionReading, rawAmount, valueDown } from "@ballast/core";
import type { ReadRequest, VenueReadings } from "../adapter.ts";
import type { PinnedCall, PinnedResult } from "../chain/pinnedReader.ts";
import { readWords } from "../chain/words.ts";
import type { Holding } from "./holding.ts";
import { type RateResult, readRate } from "./readRate.ts";

type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly missing: Missing };

type BalanceFacts = {
  readonly holding: Holding;
  readonly account: AccountRef;
  readonly rate: RateResult;
};

function readPosition(result: PinnedResult, { holding, account, rate }: BalanceFacts): Read<PositionReading> {
  const { position, venue, asset } = holding;
  const subject = `position:${position}`;
  const read = readWords(result, { subject, count: 1 });
  if (!read.ok) return read;
  if (!rate.ok) return { ok: false, missing: { ...rate.missing, subject } };
  const amount = rawAmount(read.words[0] ?? 0n);
  const value = valueDown(amount, rate.reading.rate);
  return {
    ok: true,
    value: { position, venue, asset, amount, value, source: holding.balanceSource(account) },
  };
}

function rateCalls(holdings: readonly Holding[]): readonly PinnedCall[] {
  return holdings.flatMap(({ rate }) => (rate.kind === "call" ? [rate.call] : []));
}

/** The rate of each holding, in their order; `results` are those of `rateCalls`. */
function ratesOf(holdings: readonly Holding[], results: readonly PinnedResult[]): readonly RateResult[] {
  const left = results.values();
  return holdings.map(({ rate }) =>
    readRate(rate, rate.kind === "call" ? (left.next().value ?? null) : null),
  );
}

/**
 * Reads the rates and balances of holdings for all accounts. A position is valued at floor(amount × rate / 1e18); a
 * balance whose rate is missing has no value and is missing too.
 */
export async function readHoldings(
  holdings: readonly Holding[],
  { reader, accounts }: Pick<ReadRequest, "reader" | "accounts">,
): Promise<Pick<VenueReadings, "rates" | "missing" | "accounts">> {
  const balanceCalls = accounts.flatMap((account) => holdings.map((holding) => holding.balanceCall(account)));
  const [rateResults, balances] = await Promise.all([
    reader.read(rateCalls(holdings)),
    reader.read(balanceCalls),
  ]);
  const rates = ratesOf(holdings, rateResults);
  const perAccount = accounts.map((account, row) => {
    const reads = holdings.flatMap((holding, column) => {
      const result = balances[row * holdings.length + column];
      const rate = rates[column];
      return result === undefined || rate === undefined
        ? []
        : [readPosition(result, { holding, account, rate })];
    });
    return {
      account,
      positions: reads.flatMap((read) => (read.ok ? [read.value] : [])),
      tickets: [],
      exits: [],
      missing: reads.flatMap((read) => (read.ok ? [] : [read.missing])),
    };
  });
  return {
    rates: rates.flatMap((rate) => (rate.ok ? [rate.reading] : [])),
    missing: rates.flatMap((rate) => (rate.ok ? [] : [rate.missing])),
    accounts: perAccount,
  };
}
