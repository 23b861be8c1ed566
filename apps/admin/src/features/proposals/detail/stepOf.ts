import { formatAmount, formatDecimal } from "@ballast/core";
import type { DecodedCall } from "@ballast/verify";
import type { StepNames } from "./stepNames.ts";

export type StepArgument = { readonly name: string; readonly raw: string; readonly meaning: string };

export type StepView = {
  readonly known: boolean;
  /** What it does, with exact amounts. */
  readonly does: string;
  readonly target: string;
  readonly note: string;
  /** The recipient is the Safe itself. */
  readonly toSelf: boolean;
  readonly amount: string;
  readonly amountNote: string;
  readonly signature: string;
  readonly arguments: readonly StepArgument[];
};

type Words = { readonly names: StepNames; readonly account: string };

const MILLISECONDS = 1000;
const MAX_DATE_SECONDS = 8_640_000_000_000n;

/** One call in words. Everything is from the calldata; only names and decimals come from outside. */
export function stepOf(call: DecodedCall, words: Words): StepView {
  const { meaning } = call;
  const base = {
    known: true,
    target: call.to,
    toSelf: false,
    note: "",
    amount: "",
    amountNote: "",
    arguments: argumentsOf(call, words),
  };
  switch (meaning.kind) {
    case "deadline-check":
      return {
        ...base,
        signature: meaning.signature,
        does: `Stop if it is later than ${timeText(meaning.arguments.deadline)}`,
        note: "A late batch reverts and moves nothing",
      };
    case "approve": {
      const { spender, amount } = meaning.arguments;
      const text = tokenAmount(call.to, { amount, words });
      const who = words.names.names[spender] ?? "an unknown contract";
      return {
        ...base,
        signature: meaning.signature,
        does: amount === 0n ? `Take back what ${who} may spend` : `Let ${who} spend exactly ${text}`,
        note: "Used up within the batch",
        amount: text,
        amountNote: "allowance",
      };
    }
    case "exact-input-single":
      return { ...base, signature: meaning.signature, ...swap(meaning.arguments, words) };
    case "unknown":
      return {
        ...base,
        known: false,
        signature: meaning.arguments.selector,
        does: "This call can't be read",
        note: meaning.arguments.problem,
      };
  }
}

type Swap = Extract<DecodedCall["meaning"], { kind: "exact-input-single" }>["arguments"];

function swap({ tokenIn, tokenOut, recipient, amountIn, amountOutMinimum }: Swap, words: Words) {
  const least = tokenAmount(tokenOut, { amount: amountOutMinimum, words });
  const expected = words.names.expected.find(({ token }) => token === tokenOut);
  return {
    does: `Swap ${tokenAmount(tokenIn, { amount: amountIn, words })} for at least ${least}`,
    toSelf: recipient === words.account,
    amount:
      expected === undefined ? least : tokenAmount(tokenOut, { amount: BigInt(expected.amount), words }),
    amountNote: expected === undefined ? "at least" : "expected",
  };
}

function tokenAmount(token: string, { amount, words }: { amount: bigint; words: Words }): string {
  const known = words.names.tokens[token];
  if (known === undefined) return `${amount} of ${token}`;
  return formatAmount({
    amount,
    decimals: BigInt(known.decimals),
    places: 4n,
    rounding: "down",
    symbol: known.symbol,
  });
}

function timeText(seconds: bigint): string {
  if (seconds > MAX_DATE_SECONDS) return `second ${seconds}, which never comes`;
  return `${new Date(Number(seconds) * MILLISECONDS).toISOString().slice(0, 19).replace("T", " ")} UTC`;
}

function argumentsOf({ meaning, to }: DecodedCall, words: Words): readonly StepArgument[] {
  return Object.entries(meaning.arguments).map(([name, value]: [string, string | bigint]) => ({
    name,
    raw: `${value}`,
    meaning: meaningOf({ name, value, token: tokenFor(name, { meaning, to }) }, words),
  }));
}

function tokenFor(name: string, { meaning, to }: Pick<DecodedCall, "meaning" | "to">): string | null {
  if (meaning.kind === "approve" && name === "amount") return to;
  if (meaning.kind !== "exact-input-single") return null;
  if (name === "amountIn") return meaning.arguments.tokenIn;
  return name === "amountOutMinimum" ? meaning.arguments.tokenOut : null;
}

function meaningOf(
  { name, value, token }: { name: string; value: string | bigint; token: string | null },
  words: Words,
): string {
  if (typeof value === "string") return words.names.names[value] ?? (value.length === 42 ? "No name" : "");
  if (token !== null) return tokenAmount(token, { amount: value, words });
  if (name === "deadline") return timeText(value);
  if (name === "fee")
    return `${formatDecimal(value, { decimals: 4n, places: 2n, rounding: "up" })}\u00a0% pool`;
  return name === "sqrtPriceLimitX96" && value === 0n ? "no price limit beyond the minimum" : "";
}
