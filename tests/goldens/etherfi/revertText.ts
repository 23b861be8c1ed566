/**
 * A revert in the form in which it is compared: by the error's name and its arguments, but for addresses and for the second at which a pause
 * ends, which are another chain's. A panic's code in decimals.
 */
export function revertText(reverted: string): string {
  const [, name = reverted, list] = /^(\w+)\((.*)\)$/s.exec(reverted) ?? [];
  if (list === undefined || name === "ContractPausedUntil") return name;
  if (name === "Error") return reverted;
  const args = list.split(",").map((arg) => arg.trim());
  const kept = args.filter((arg) => arg !== "" && !/^0x[0-9a-fA-F]{40}$/.test(arg)).map(decimal);
  return kept.length === 0 ? name : `${name}(${kept.join(",")})`;
}

const decimal = (arg: string) => (/^0x[0-9a-f]+$/i.test(arg) ? String(BigInt(arg)) : arg);
