import { describe, expect, it } from "vitest";
import * as z from "zod";
import {
  addressField,
  amount,
  asset,
  choice,
  duration,
  feed,
  integer,
  orElse,
  percent,
  position,
  venue,
} from "./fields.ts";

const words = { title: "Field", description: "A field.", tightens: "never", because: "A test." } as const;

describe("fields of the policy document", () => {
  const both: readonly (readonly [string, z.ZodType, string, unknown])[] = [
    ["a percentage", percent(words), "0.3%", 30n],
    ["the whole", percent(words), "100%", 10_000n],
    ["a duration", duration(words), "6h", 21_600n],
    ["no time", duration(words), "0s", 0n],
    ["an amount", amount(words), "0.2 ETH", 2n * 10n ** 17n],
    ["the least amount", amount(words), "0.000000000000000001 ETH", 1n],
    ["a whole number", integer(words), "3000000", 3_000_000n],
    [
      "an address",
      addressField(words),
      "0xd8dA6BF26964aF9D7eEd9e03E53415D37aA96045",
      "0xd8da6bf26964af9d7eed9e03e53415d37aa96045",
    ],
    ["a position", position(words), "lido:wstETH", "lido:wstETH"],
    ["a venue", venue(words), "etherfi", "etherfi"],
    ["a feed", feed(words), "stETH/ETH", "stETH/ETH"],
    ["an asset", asset(words), "wstETH", "wstETH"],
    ["a choice", choice(["observe", "propose"], words), "propose", "propose"],
  ];
  it.each(both)("%s is read from its text and written as the same text", (_name, field, text, value) => {
    expect(z.decode(field, text)).toEqual(value);
    expect(z.encode(field, value)).toBe(text);
  });

  const wrong: readonly (readonly [string, z.ZodType, unknown])[] = [
    ["a percentage without its sign", percent(words), "30"],
    ["a number", percent(words), 30],
    ["a value that was already read", duration(words), 60n],
    ["an amount of another asset", amount(words), "5 BTC"],
    ["a negative count", integer(words), "-1"],
    ["a count in hex", integer(words), "0x10"],
    ["a mistyped address", addressField(words), "0xd8dA6BF26964aF9D7eEd9e03E53415D37aA96046"],
    ["a position without its venue", position(words), "wstETH"],
    ["a venue in capitals", venue(words), "Lido"],
    ["an asset with a space", asset(words), "wst ETH"],
    ["a feed that starts with a space", feed(words), " stETH/ETH"],
    ["a feed of a hundred letters", feed(words), "x".repeat(100)],
    ["a word that is no choice", choice(["observe", "propose"], words), "both"],
  ];
  it.each(wrong)("%s is refused", (_name, field, value) => {
    expect(field.safeParse(value).success).toBe(false);
  });

  it("tells what is allowed and what to write with a refusal", () => {
    const [issue] = percent(words).safeParse("30").error?.issues ?? [];
    expect(issue).toMatchObject({ code: "custom", params: { suggestion: "30%", value: "30" } });
  });

  it("takes the given value where a field is left out, and only there", () => {
    const field = orElse(duration(words), "5m");
    expect(z.decode(field, undefined)).toBe(300n);
    expect(z.decode(field, "1h")).toBe(3600n);
    expect(field.safeParse("soon").success).toBe(false);
    expect(field.meta()).toMatchObject({ kind: "duration", title: "Field" });
  });
});
