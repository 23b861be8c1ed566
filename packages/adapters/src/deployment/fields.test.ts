import fc from "fast-check";
import { checksumAddress } from "viem";
import { describe, expect, it } from "vitest";
import { address, exactly, hash32, integer, text } from "./fields.ts";

const bytes20 = fc
  .uint8Array({ minLength: 20, maxLength: 20 })
  .filter((bytes) => bytes.some((byte) => byte !== 0))
  .map((bytes) => `0x${Buffer.from(bytes).toString("hex")}` as const);

describe("the fields of a deployment file", () => {
  it("take every address with its checksum, and lower-case it", () => {
    fc.assert(
      fc.property(bytes20, (lower) => {
        expect(address.parse(checksumAddress(lower))).toBe(lower);
      }),
    );
  });

  it("take no address with one digit changed, unless that is a digit without case", () => {
    fc.assert(
      fc.property(
        bytes20,
        fc.integer({ min: 2, max: 41 }),
        fc.constantFrom(..."0123456789abcdefABCDEF"),
        (lower, at, digit) => {
          const right = checksumAddress(lower);
          const typed = right.slice(0, at) + digit + right.slice(at + 1);
          fc.pre(typed !== right);
          const { success } = address.safeParse(typed);
          // A wrong digit passes only where the checksum of the other address happens to be the same.
          expect(success).toBe(typed === checksumAddress(typed as `0x${string}`));
        },
      ),
    );
  });

  it("take whole numbers within their limits and no others", () => {
    fc.assert(
      fc.property(fc.bigInt(-5n, 30n), (value) => {
        expect(integer(3n, 20n).safeParse(`${value}`).success).toBe(value >= 3n && value <= 20n);
      }),
    );
  });

  it.each(["", " 7", "7 ", "+7", "-0", "07", "7.0", "7e1", "0x7", "７", "7n", "9".repeat(32)])(
    "take %j for no number",
    (typed) => {
      expect(integer(0n, 10n ** 40n).safeParse(typed).success).toBe(false);
    },
  );

  it("take hashes of 32 bytes in any case", () => {
    const upper = `0x${"AB".repeat(32)}`;
    expect(hash32.parse(upper)).toBe(upper.toLowerCase());
    expect(hash32.safeParse(`0x${"ab".repeat(33)}`).success).toBe(false);
  });

  it("take text up to its length, without control characters", () => {
    expect(text(3).safeParse("abc").success).toBe(true);
    for (const typed of ["", "abcd", "a\nb", 7]) expect(text(3).safeParse(typed).success).toBe(false);
  });

  it("name what is unknown in an object, with the nearest name where there is one", () => {
    const { error } = exactly({ router: text(9), quoter: text(9) }).safeParse({
      router: "a",
      quoter: "b",
      quoterr: "c",
      x: 1,
    });
    expect(error?.issues[0]?.message).toBe(
      'no such field: "quoterr" (did you mean "quoter"?), "x". Known here: router, quoter',
    );
  });
});
