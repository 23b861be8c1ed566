import { formatDecimal } from "@ballast/core";
import type { DecodedCall } from "@ballast/verify";
import { stepArguments } from "./stepArguments.ts";
import type { StepWords } from "./stepWords.ts";
import { tokenAmount } from "./tokenAmount.ts";
import { isWithdrawal, withdrawalStep } from "./withdrawalStep.ts";

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

const MILLISECONDS = 1000;
const MAX_DATE_SECONDS = 8_640_000_000_000n;

/** One call in words. What it does is from the calldata; names, decimals, and what is expected of it come from outside. */
export function stepOf(call: DecodedCall, words: StepWords): StepView {
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
  if (isWithdrawal(meaning))
    return { ...base, signature: meaning.signature, ...withdrawalStep(meaning, words) };
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
      const text = tokenAmount(call.to, { amount, names: words.names });
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

function swap({ tokenIn, tokenOut, recipient, amountIn, amountOutMinimum }: Swap, words: StepWords) {
  const least = tokenAmount(tokenOut, { amount: amountOutMinimum, names: words.names });
  const expected = words.names.expected.find(({ token }) => token === tokenOut);
  return {
    does: `Swap ${tokenAmount(tokenIn, { amount: amountIn, names: words.names })} for at least ${least}`,
    toSelf: recipient === words.account,
    amount:
      expected === undefined
        ? least
        : tokenAmount(tokenOut, { amount: BigInt(expected.amount), names: words.names }),
    amountNote: expected === undefined ? "at least" : "expected",
  };
}

function timeText(seconds: bigint): string {
  if (seconds > MAX_DATE_SECONDS) return `second ${seconds}, which never comes`;
  return `${new Date(Number(seconds) * MILLISECONDS).toISOString().slice(0, 19).replace("T", " ")} UTC`;
}

function argumentsOf({ meaning, to }: DecodedCall, words: StepWords): readonly StepArgument[] {
  return stepArguments(meaning).map(({ name, value }) => ({
    name,
    raw: `${value}`,
    meaning:
      typeof value === "boolean"
        ? ""
        : meaningOf({ name, value, token: tokenFor(name, { meaning, to }) }, words),
  }));
}

function tokenFor(name: string, { meaning, to }: Pick<DecodedCall, "meaning" | "to">): string | null {
  if (meaning.kind === "request-withdraw") return name === "weETHAmount" ? "weETH" : null;
  if (meaning.kind === "request-withdrawals-wsteth") return name.startsWith("amounts") ? "wstETH" : null;
  if (meaning.kind === "approve" && name === "amount") return to;
  if (meaning.kind !== "exact-input-single") return null;
  if (name === "amountIn") return meaning.arguments.tokenIn;
  return name === "amountOutMinimum" ? meaning.arguments.tokenOut : null;
}

function meaningOf(
  { name, value, token }: { name: string; value: string | bigint; token: string | null },
  words: StepWords,
): string {
  if (typeof value === "string") return words.names.names[value] ?? (value.length === 42 ? "No name" : "");
  if (token !== null) return tokenAmount(token, { amount: value, names: words.names });
  if (name === "deadline") return timeText(value);
  if (name === "fee")
    return `${formatDecimal(value, { decimals: 4n, places: 2n, rounding: "up" })}\u00a0% pool`;
  return name === "sqrtPriceLimitX96" && value === 0n ? "no price limit beyond the minimum" : "";
}
