/** Writes an integer of 10^−decimals with every digit it has and none it has not: `0.3`, `250`. No separators, so parsers take it. */
export function formatExact(value: bigint, decimals: bigint): string {
  const scale = Number(decimals);
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, "0");
  const point = digits.length - scale;
  const fraction = digits.slice(point).replace(/0+$/, "");
  return `${value < 0n ? "-" : ""}${digits.slice(0, point)}${fraction === "" ? "" : `.${fraction}`}`;
}
