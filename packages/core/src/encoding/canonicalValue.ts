/** What a document is built from. Type aliases of records fit; interfaces do not. */
export type CanonicalValue =
  | null
  | boolean
  | bigint
  | string
  | readonly CanonicalValue[]
  | { readonly [key: string]: CanonicalValue };

/** A list or record may stand at most this deep; the outermost is at 1. An integer is no record. */
export const MAX_DEPTH = 64;
/** Decimal digits of an integer; reading one takes time that grows faster than its length. */
export const MAX_DIGITS = 1024;
/** Bytes of a document. */
export const MAX_BYTES = 16 * 1024 * 1024;
