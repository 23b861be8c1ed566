import { type BacktestSpec, baseUnits, parseAmount, parseDuration, UnitError } from "@ballast/core";
import { UsageError } from "../commands/usageError.ts";

type Given = Readonly<Record<string, string | boolean | undefined>>;

/** How a run goes, apart from its policy and tape. */
export type RunSettings = Pick<
  BacktestSpec,
  "signerDelays" | "seed" | "every" | "startValue" | "assumeFeeds"
>;

/** Instead of times: as long as the account's owners took so far. */
export const RECORDED = "recorded";

/** Flags of a run. */
export const SETTING_FLAGS = [
  {
    flag: "--signer-delay <times>",
    help: "how long owners take to sign: `4h`, or several with commas, of which each proposal draws one, or `recorded`: as long as they took for each proposal in the database (4h unless set)",
  },
  { flag: "--seed <number>", help: "whole number that draws the delays (1 unless set)" },
  { flag: "--every <time>", help: "one step each so often, such as `1h`; else at every time of the tape" },
  {
    flag: "--value <amount>",
    help: "spread over the policy's targets when the tape holds nothing, such as `1000 ETH` (1000 of the base asset unless set)",
  },
  { flag: "--assume-feeds", help: "take price feeds that the tape never mentions to be fresh" },
] as const;

/** Reads one flag by its unit. @throws {UsageError} naming the flag, the value and what it must be */
function read<Value>(flags: Given, { name, fallback, parse }: Flag<Value>): Value {
  const given = flags[name];
  try {
    return parse(typeof given === "string" ? given : fallback);
  } catch (error) {
    if (!(error instanceof UnitError)) throw error;
    const hyphened = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    throw new UsageError(`--${hyphened}: ${error.message}`);
  }
}

type Flag<Value> = {
  readonly name: string;
  readonly fallback: string;
  readonly parse: (text: string) => Value;
};

function wholeNumber(text: string): bigint {
  if (/^\d{1,18}$/.test(text)) return BigInt(text);
  throw new UnitError({ unit: "seed", value: JSON.stringify(text), limit: "a whole number such as 7" });
}

function pace(text: string): BacktestSpec["every"] {
  if (text === "") return null;
  const every = parseDuration(text);
  if (every > 0n) return every;
  throw new UnitError({ unit: "pace", value: JSON.stringify(text), limit: "longer than 0s" });
}

/** The settings of a run from its flags. @throws {UsageError} for a value that is not of its unit */
export function readSettings(flags: Given, { symbol }: { readonly symbol: string }): RunSettings {
  const amount = (text: string) => baseUnits(parseAmount(text, { decimals: 18n, symbol }));
  return {
    signerDelays: read(flags, {
      name: "signerDelay",
      fallback: "4h",
      parse: (text) => text.split(",").map((each) => parseDuration(each)),
    }),
    seed: read(flags, { name: "seed", fallback: "1", parse: wholeNumber }),
    every: read(flags, { name: "every", fallback: "", parse: pace }),
    startValue: read(flags, { name: "value", fallback: `1000 ${symbol}`, parse: amount }),
    assumeFeeds: flags.assumeFeeds === true,
  };
}
