/** Lists whose order is their meaning: quotes, samples, trades, and what a protocol hashes or pairs up. */
const ORDERED = ["points", "samples", "actions", "strategies", "scaledShares", "tokens", "amounts"];

/** The same document with every list in another order, fixed by the seed, but for those whose order means something. */
export function shuffled<T>(document: T, seed: number): T {
  let state = seed >>> 0 || 1;
  const next = () => {
    // xorshift32: small, and the same everywhere.
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state;
  };
  const walk = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) {
      const items = value.map((each) => walk(each, ""));
      if (ORDERED.includes(key)) return items;
      return items
        .map((item) => ({ item, rank: next() }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ item }) => item);
    }
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, walk(each, name)]));
  };
  return walk(document, "") as T;
}

/** The same document, frozen all through. */
export function frozen<T>(document: T): T {
  if (document !== null && typeof document === "object") {
    for (const each of Object.values(document)) frozen(each);
    Object.freeze(document);
  }
  return document;
}
