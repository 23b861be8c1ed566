import type { Address, Hash32 } from "@ballast/core";
import { checksumAddress, isAddress } from "viem";
import { z } from "zod";
import { nearestName } from "./nearestName.ts";

const unknownFields = (found: readonly string[], known: readonly string[]): string => {
  const named = found.map((key) => {
    const nearest = nearestName(key, known);
    return nearest === null ? `"${key}"` : `"${key}" (did you mean "${nearest}"?)`;
  });
  return `no such field: ${named.join(", ")}. Known here: ${known.join(", ")}`;
};

/** An object with exactly these fields; an unknown one is refused and the nearest known name is offered. */
export const exactly = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? unknownFields(issue.keys ?? [], Object.keys(shape))
        : "an object is required here",
  });

const ZERO = `0x${"0".repeat(40)}`;

const whyNoAddress = (text: string): string | null => {
  if (!/^0x[0-9a-fA-F]{40}$/.test(text)) return "an address is 0x and 40 hex digits";
  if (text === ZERO) return "the zero address is nobody's contract";
  if (isAddress(text, { strict: true }) && text === checksumAddress(text)) return null;
  return `the checksum (EIP-55) does not match: look the address up again; with these digits it would be written ${checksumAddress(text as Address)}`;
};

/** An address as people copy it, with its EIP-55 checksum; lower-case from here on. */
export const address = z
  .string("an address in quotes is required")
  .superRefine((text, context) => {
    const why = whyNoAddress(text);
    if (why !== null) context.addIssue({ code: "custom", message: why });
  })
  .transform((text) => text.toLowerCase() as Address);

/** 32 bytes as 0x and 64 hex digits; lower-case from here on. */
export const hash32 = z
  .string("a hash in quotes is required")
  .regex(/^0x[0-9a-fA-F]{64}$/, "a hash is 0x and 64 hex digits")
  .transform((text) => text.toLowerCase() as Hash32);

/** A whole number written in quotes, because JSON numbers lose digits; both limits are allowed. */
export const integer = (least: bigint, most: bigint) =>
  z
    .string(`a whole number in quotes from "${least}" to "${most}" is required`)
    .regex(/^(0|[1-9][0-9]{0,30})$/, "a whole number in quotes, decimal, without sign or leading zero")
    .transform((text) => BigInt(text))
    .refine((value) => value >= least && value <= most, `must be from ${least} to ${most}`);

/** Text that people read. */
export const text = (most: number) =>
  z
    .string("text in quotes is required")
    .min(1, "must not be empty")
    .max(most, `at most ${most} characters`)
    .regex(/^[^\p{Cc}]*$/u, "no control characters");

/** A name that the policy, the database and the screens refer to. */
export const identifier = (pattern: RegExp, limit: string) =>
  z.string("text in quotes is required").regex(pattern, limit);
