import { type Address, type Missing, type RouteCurve, rawAmount } from "@ballast/core";
import type { PinnedResult } from "../../chain/pinnedReader.ts";
import { readWords } from "../../chain/words.ts";
import type { Direction } from "./directions.ts";
import { UNISWAP_V3 } from "./id.ts";
import { LADDER, sizeOf } from "./ladder.ts";

/** Prices at which a pool's liquidity is used up (v3-core TickMath: MIN_SQRT_RATIO + 1 and MAX_SQRT_RATIO − 1). */
const PRICE_ENDS = [4_295_128_740n, 1_461_446_703_485_210_103_287_273_052_203_988_822_378_723_970_341n];

type Point = RouteCurve["points"][number];
type Quote =
  | { readonly kind: "point"; readonly point: Point }
  /** The pool cannot take this size. */
  | { readonly kind: "end" }
  | { readonly kind: "missing"; readonly missing: Missing };

function quoteOf(result: PinnedResult, { amountIn, subject }: { amountIn: bigint; subject: string }): Quote {
  // The quoter reverts where the pool has no liquidity left for the size.
  if (!result.ok && result.reverted !== null) return { kind: "end" };
  const read = readWords(result, { subject, count: 4 });
  if (!read.ok) return { kind: "missing", missing: read.missing };
  const [amountOut = 0n, priceAfter = 0n, , gas = 0n] = read.words;
  if (amountOut === 0n || PRICE_ENDS.includes(priceAfter)) return { kind: "end" };
  const point = {
    amountIn: rawAmount(amountIn),
    amountOut: rawAmount(amountOut),
    gas,
  };
  return { kind: "point", point };
}

const lessFor = (points: readonly Point[]): Point | undefined =>
  points.find((point, index) => point.amountOut < (points[index - 1]?.amountOut ?? 0n));

/** `route:<id>:<in>><out>` */
export const curveSubject = ({ assetIn, assetOut }: Direction): string =>
  `route:${UNISWAP_V3}:${assetIn.id}>${assetOut.id}`;

const lost = (subject: string, facts: Pick<Missing, "code" | "detail">) =>
  ({ ok: false, missing: { subject, retry: false, ...facts } }) as const;

/**
 * The curve of one direction from the quotes of the ladder, in its order. It ends before the first size that the pool
 * cannot take. A quote that could not be read loses the whole curve: a gap would look like a shallow pool.
 */
export function curveOf(
  direction: Direction,
  quoted: { readonly results: readonly PinnedResult[]; readonly quoter: Address },
): { readonly ok: true; readonly curve: RouteCurve } | { readonly ok: false; readonly missing: Missing } {
  const { pool, assetIn, assetOut } = direction;
  const subject = curveSubject(direction);
  const quotes = quoted.results.map((result, index) =>
    quoteOf(result, { subject, amountIn: sizeOf(LADDER[index] ?? 0n, assetIn) }),
  );
  const fault = quotes.find((quote) => quote.kind === "missing");
  if (fault !== undefined) return { ok: false, missing: fault.missing };
  const end = quotes.findIndex(({ kind }) => kind === "end");
  const points = (end === -1 ? quotes : quotes.slice(0, end)).flatMap((quote) =>
    quote.kind === "point" ? [quote.point] : [],
  );
  if (points.length === 0) {
    return lost(subject, { code: "revert", detail: `pool ${pool.address} takes not even the smallest size` });
  }
  const less = lessFor(points);
  if (less !== undefined) {
    return lost(subject, {
      code: "unexpected",
      detail: `selling ${less.amountIn} pays less than selling fewer`,
    });
  }
  const source = { kind: "call", contract: quoted.quoter, method: "quoteExactInputSingle" } as const;
  const { address, fee } = pool;
  const curve = {
    route: UNISWAP_V3,
    pool: address,
    fee,
    assetIn: assetIn.id,
    assetOut: assetOut.id,
    points,
    source,
  };
  return { ok: true, curve };
}
