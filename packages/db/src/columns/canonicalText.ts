import { customType } from "drizzle-orm/pg-core";

/**
 * A record in the canonical encoding, kept as the text that was hashed. The domain `canonical_text` makes sure of a
 * JSON record; whether the text is canonical shows when its reader hashes it.
 */
export const canonicalText = customType<{ data: string; driverData: string }>({
  dataType: () => "canonical_text",
});
