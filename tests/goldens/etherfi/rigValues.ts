import { GoldenUnreadable } from "../GoldenUnreadable.ts";

/** The parameters under which a file was recorded. */
export type RigValues = {
  /** wei */
  readonly minWithdraw: bigint;
  /** wei */
  readonly maxWithdraw: bigint;
  readonly treasurySplitBps: bigint;
  readonly exitFeeBps: { readonly ETH: bigint; readonly stETH: bigint };
  readonly lowWatermarkBps: { readonly ETH: bigint; readonly stETH: bigint };
};

/** The token that a redemption pays. */
export type Payment = "ETH" | "stETH";

/**
 * Reads the sentence that states a file's parameters, such as "exit fee 30 bps (ETH) and 10 bps (stETH), treasury split 1000 bps, low
 * watermark 1% (ETH), min/max withdraw 0.01/5000 ETH". A watermark that is not stated is none.
 * @throws GoldenUnreadable when another figure is not stated
 */
export function rigValues(text: string): RigValues {
  const stated = (what: string, pattern: RegExp): string => {
    const found = pattern.exec(text)?.[1];
    if (found === undefined) throw unreadable(`does not state ${what}`);
    return found;
  };
  const watermark = (token: Payment) =>
    new RegExp(`low watermark[^,:]*?([\\d.]+) ?% \\(${token}\\)`).exec(text)?.[1] ?? "0";
  return {
    minWithdraw: scaled(stated("the least request", /min\/max withdraw ([\d.]+)\/[\d.]+ ETH/), 18),
    maxWithdraw: scaled(stated("the largest request", /min\/max withdraw [\d.]+\/([\d.]+) ETH/), 18),
    treasurySplitBps: bps(stated("the treasury's split", /treasury split (\d+) bps/), 0),
    exitFeeBps: {
      ETH: bps(stated("the exit fee for ether", /exit fee[^,:]*?(\d+) bps \(ETH\)/), 0),
      stETH: bps(stated("the exit fee for stETH", /exit fee[^,:]*?(\d+) bps \(stETH\)/), 0),
    },
    lowWatermarkBps: { ETH: bps(watermark("ETH"), 2), stETH: bps(watermark("stETH"), 2) },
  };
}

function bps(decimal: string, decimals: number): bigint {
  const value = scaled(decimal, decimals);
  if (value > 10_000n) throw unreadable(`states "${decimal}", which is more than the whole`);
  return value;
}

/** A decimal as a whole number of 10^-decimals. */
function scaled(decimal: string, decimals: number): bigint {
  const [whole = "", fraction = ""] = decimal.split(".");
  if (whole === "" || fraction.length > decimals || decimal.split(".").length > 2)
    throw unreadable(`states "${decimal}", which is no number that is understood here`);
  return BigInt(whole + fraction.padEnd(decimals, "0"));
}

const unreadable = (problem: string) =>
  new GoldenUnreadable({ protocol: "ether.fi", place: "meta.parametersAreRigValues", problem });
