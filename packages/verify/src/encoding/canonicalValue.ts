/** The six kinds of value that a document is built from (docs/canonical-encoding.md, §1). */
export type CanonicalValue =
  | null
  | boolean
  | bigint
  | string
  | readonly CanonicalValue[]
  | { readonly [key: string]: CanonicalValue };

/** Nesting of lists and records, the outermost counted (§2). */
export const DEPTH_MAX = 64;

/** Bytes of a document (§2): 16 MiB. */
export const BYTES_MAX = 16 * 1024 * 1024;

/** Digits of an integer (§2), its sign not counted: reading one takes time that grows faster than its length. */
export const DIGITS_MAX = 1024;
