import { z } from "zod";
import type { Address, Hash32, Hex } from "../../bytes/types.ts";

const matching = <Text extends string>(pattern: RegExp, what: string) =>
  z.custom<Text>((value) => typeof value === "string" && pattern.test(value), { error: `must be ${what}` });

/** Any number of bytes. */
export const hexField = matching<Hex>(/^0x([0-9a-f]{2})*$/, "0x and an even number of lower-case hex digits");
export const addressField = matching<Address>(/^0x[0-9a-f]{40}$/, "20 bytes as 0x and lower-case hex");
export const hashField = matching<Hash32>(/^0x[0-9a-f]{64}$/, "32 bytes as 0x and lower-case hex");

/** An integer of either sign. */
export const integerField = z.bigint();
export const amountField = integerField.refine((value) => value >= 0n, { error: "must not be negative" });

export const accountField = z.strictObject({
  rail: z.literal("safe"),
  chainId: amountField,
  address: addressField,
});
export const blockField = z.strictObject({
  chainId: amountField,
  number: amountField,
  hash: hashField,
  timestamp: amountField,
});
