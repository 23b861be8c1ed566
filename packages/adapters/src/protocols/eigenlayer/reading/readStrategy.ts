import type { Address } from "@ballast/core";
import { askView } from "../../../chain/askView.ts";
import { mapAnswer } from "../../../chain/mapAnswer.ts";
import type { PinnedReader } from "../../../chain/pinnedReader.ts";
import type { Answer } from "../../../chain/viewQuestion.ts";
import { type RateResult, readRate } from "../../../holdings/readRate.ts";
import type { RateSource } from "../../../rateSource.ts";
import { figureSubject } from "../figureSubject.ts";
import { question } from "../question.ts";
import type { EigenStrategy } from "../strategies.ts";

/** Most tokens of one deposit, and of everything that lies in the strategy; in the token's smallest units. */
export type DepositLimits = { readonly maxPerDeposit: bigint; readonly maxTotalDeposits: bigint };

/** What a strategy, and the StrategyManager about it, say at the block. */
export type StrategyReading = {
  readonly strategy: EigenStrategy;
  readonly rate: RateResult;
  readonly totalShares: Answer<bigint>;
  readonly tokenBalance: Answer<bigint>;
  readonly paused: Answer<bigint>;
  readonly isWhitelisted: Answer<boolean>;
  /** null for a strategy without limits: a plain StrategyBase has no such getter. */
  readonly limits: Answer<DepositLimits | null>;
};

export type StrategyRequest = {
  readonly strategy: EigenStrategy;
  readonly strategyManager: Address;
  readonly rate: RateSource & { readonly kind: "call" };
};

/** The getter is absent (a revert without a reason) on a contract that answers another call: no limits, not unknown ones. */
function limitsOf(
  answer: Answer<readonly [bigint, bigint]>,
  control: Answer<bigint>,
): StrategyReading["limits"] {
  if (!answer.ok && answer.reverted === "0x" && control.ok) return { ok: true, value: null };
  return mapAnswer(answer, ([maxPerDeposit, maxTotalDeposits]) => ({ maxPerDeposit, maxTotalDeposits }));
}

/** A strategy of another token than the deployment says is worth something else: then there is no rate. */
function ratedIn(
  { token, asset }: EigenStrategy,
  { rate, found }: { rate: RateResult; found: Answer<Address> },
): RateResult {
  const subject = `rate:${asset}`;
  if (!found.ok) return { ok: false, missing: { ...found.missing, subject } };
  if (found.value === token.address) return rate;
  const detail = `the strategy holds the token ${found.value}, the deployment says ${token.address}`;
  return { ok: false, missing: { subject, code: "unexpected", retry: false, detail } };
}

/** Asks for one strategy, all in one turn. */
export async function readStrategy(
  reader: PinnedReader,
  { strategy, strategyManager, rate }: StrategyRequest,
): Promise<StrategyReading> {
  const { address: to, form, contract, token, asset } = strategy;
  const tvl = figureSubject("tvl");
  const whitelist = { to: strategyManager, subject: figureSubject(`whitelisted:${form}`) };
  const limit = { to, subject: figureSubject(`max-per-deposit:${form}`) };
  const held = { to: token.address, subject: tvl };
  const [[rated], found, totalShares, tokenBalance, paused, isWhitelisted, limits] = await Promise.all([
    reader.read([rate.call]),
    askView(reader, question({ to, functionName: "underlyingToken", args: [], subject: `rate:${asset}` })),
    askView(reader, question({ to, functionName: "totalShares", args: [], subject: tvl })),
    askView(reader, question({ ...held, functionName: "balanceOf", args: [to] })),
    askView(
      reader,
      question({ to, functionName: "paused", args: [], subject: figureSubject(`pause:${contract}`) }),
    ),
    askView(reader, question({ ...whitelist, functionName: "strategyIsWhitelistedForDeposit", args: [to] })),
    askView(reader, question({ ...limit, functionName: "getTVLLimits", args: [] })),
  ]);
  return {
    strategy,
    rate: ratedIn(strategy, { rate: readRate(rate, rated ?? null), found }),
    totalShares,
    tokenBalance,
    paused,
    isWhitelisted,
    limits: limitsOf(limits, totalShares),
  };
}
