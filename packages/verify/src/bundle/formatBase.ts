const WAD = 10n ** 18n;

/** Base units as ETH, every digit, without trailing zeros: `0.5 ETH`. */
export function formatBase(value: bigint): string {
  const digits = (value % WAD).toString().padStart(18, "0").replace(/0+$/, "");
  return `${value / WAD}${digits && `.${digits}`} ETH`;
}
