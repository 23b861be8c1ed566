import type { Hash32 } from "@ballast/core";

/** A stored document is not what its id says: somebody changed the database. */
export class DocumentCorruptError extends Error {
  readonly id: Hash32;
  readonly kind: string;

  constructor({ id, kind, found }: { id: Hash32; kind: string; found: string }, options?: ErrorOptions) {
    super(
      `Document ${id} of kind ${kind} is not what was stored: ${found}. Do not decide from this database; compare it with a backup.`,
      options,
    );
    this.name = "DocumentCorruptError";
    this.id = id;
    this.kind = kind;
  }
}
