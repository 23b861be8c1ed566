/** Why a document has no canonical form, or why bytes are not one. */
export type CanonicalFault =
  | "kind-of-value"
  | "key"
  | "surrogate"
  | "integer"
  | "depth"
  | "size"
  | "syntax"
  | "non-canonical"
  | "content-kind";

/** Refused by the canonical encoding (docs/canonical-encoding.md). */
export class CanonicalError extends Error {
  override readonly name = "CanonicalError";
  readonly code: CanonicalFault;
  /** Where in the document, from its root `$`: `$.findings[3].limit`. */
  readonly path: string;

  constructor({ code, path, detail }: { code: CanonicalFault; path: string; detail: string }) {
    super(`Not canonical at ${path}: ${detail}`);
    this.code = code;
    this.path = path;
  }
}
