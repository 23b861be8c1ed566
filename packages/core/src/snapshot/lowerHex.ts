const HEX = /^0x[0-9a-fA-F]*$/;

/** The same document with every address, hash and byte text in lower case, so that one reading has one id. */
export function lowerHex<T>(value: T): T {
  return lowered(value) as T;
}

function lowered(value: unknown): unknown {
  if (typeof value === "string") return HEX.test(value) ? value.toLowerCase() : value;
  if (Array.isArray(value)) return value.map(lowered);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, lowered(item)]));
}
