/** 290 → "2.9 %", exactly. @param bps not negative */
export function percent(bps: bigint): string {
  const fraction = (bps % 100n).toString().padStart(2, "0").replace(/0+$/, "");
  return `${bps / 100n}${fraction === "" ? "" : `.${fraction}`} %`;
}
