import fc from "fast-check";
import { getAddress } from "viem";
import { expect, test } from "vitest";
import { hexOf } from "../../test/hexOf.ts";
import { BytesError } from "../errors/BytesError.ts";
import { checksumAddress } from "./checksumAddress.ts";

/** The examples of EIP-55. */
test.each([
  "0x52908400098527886E0F7030069857D2E4169EE7",
  "0xde709f2102306220921060314715629080e2fb77",
  "0x27b1fdb04752bbc536007a920d24acb045561c26",
  "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
  "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
  "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
  "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb",
] as const)("%s is shown so, from lower case and from its own", (address) => {
  expect(checksumAddress(address.toLowerCase() as `0x${string}`)).toBe(address);
  expect(checksumAddress(address)).toBe(address);
});

test("it is what viem shows", () => {
  fc.assert(
    fc.property(hexOf(20), (address) => {
      expect(checksumAddress(address)).toBe(getAddress(address));
    }),
  );
});

test.each(["0x", "0x12", `0x${"0".repeat(42)}`, "52908400098527886E0F7030069857D2E4169EE7"])(
  "%j is no address",
  (text) => {
    expect(() => checksumAddress(text as `0x${string}`)).toThrow(BytesError);
  },
);
