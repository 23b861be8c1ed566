import type { Missing } from "@ballast/core";

/** A value that was read, or why there is none. */
export type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly missing: Missing };
