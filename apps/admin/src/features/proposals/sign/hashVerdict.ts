export type HashSourceId = "browser" | "second" | "stored" | "bundle" | "wallet";

/** One place that says what the hash is. */
export type HashSource = {
  readonly id: HashSourceId;
  readonly label: string;
  /** null while it is not known. */
  readonly value: string | null;
  /** Why there is no value; empty while it is being asked. */
  readonly unavailable: string;
};

export type HashVerdict =
  | { readonly kind: "checking" }
  /** Every source that there is says the same, the wallet's own call among them. */
  | { readonly kind: "agree"; readonly hash: string }
  /** No two differ, but not all could be asked: the owner must bring the hash from elsewhere. */
  | { readonly kind: "unconfirmed"; readonly hash: string; readonly missing: readonly HashSource[] }
  /** Two sources say something else. Nothing may be signed. */
  | { readonly kind: "differs"; readonly sources: readonly HashSource[] };

/** What the sources of one hash say together. A source that can't be asked never counts as one that agrees. */
export function hashVerdict(sources: readonly HashSource[]): HashVerdict {
  const known = sources.filter(({ value }) => value !== null);
  const values = new Set(known.map(({ value }) => value));
  if (values.size > 1) return { kind: "differs", sources: known };
  const hash = sources.find(({ id }) => id === "browser")?.value ?? null;
  const pending = sources.some(({ value, unavailable }) => value === null && unavailable === "");
  if (pending || hash === null) return { kind: "checking" };
  const missing = sources.filter(({ value }) => value === null);
  return missing.length === 0 ? { kind: "agree", hash } : { kind: "unconfirmed", hash, missing };
}

/** Whether what an owner typed or pasted is this hash: 64 hex digits in any case, with or without 0x and spaces. */
export function isSameHash(typed: string, hash: string): boolean {
  const digits = typed.replace(/\s+/g, "").replace(/^0x/i, "").toLowerCase();
  return digits.length === 64 && `0x${digits}` === hash.toLowerCase();
}
