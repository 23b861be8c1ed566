import { privateKeyToAccount } from "viem/accounts";
import { describe, expect, test } from "vitest";
import { checkSignIn, signInMessage } from "./signInMessage.ts";

const account = privateKeyToAccount(`0x${"11".repeat(32)}`);
const stranger = privateKeyToAccount(`0x${"22".repeat(32)}`);
const publicUrl = new URL("http://127.0.0.1:3000");
const issuedAt = new Date("2026-01-01T00:00:00Z");
const expiresAt = new Date("2026-01-01T00:05:00Z");
const now = new Date("2026-01-01T00:01:00Z");
const nonce = "abcdefgh12345678";

const message = signInMessage({
  address: account.address,
  nonce,
  chainId: 31337,
  publicUrl,
  issuedAt,
  expiresAt,
});
const signed = async (text: string, by = account) => ({
  message: text,
  signature: await by.signMessage({ message: text }),
  chainId: 31337,
  publicUrl,
  now,
});

describe("signing in", () => {
  test("a fresh message signed by its address is taken", async () => {
    expect(await checkSignIn(await signed(message))).toEqual({
      kind: "signed",
      address: account.address.toLowerCase(),
      nonce,
    });
  });

  test("somebody else's signature is refused", async () => {
    expect(await checkSignIn(await signed(message, stranger))).toMatchObject({ kind: "refused" });
  });

  test("bytes that are no signature are refused", async () => {
    expect(await checkSignIn({ ...(await signed(message)), signature: "0x1234" })).toMatchObject({
      kind: "refused",
    });
  });

  test.each([
    ["another site", { publicUrl: new URL("http://evil.example") }, /evil\.example/],
    [
      "another scheme of the same site",
      { publicUrl: new URL("https://127.0.0.1:3000") },
      /not for this address/,
    ],
    ["another chain", { chainId: 1 }, /chain 31337/],
    ["a time after its expiry", { now: new Date("2026-01-01T00:05:01Z") }, /expired/],
  ])("a message checked against %s is refused", async (_name, change, because) => {
    const verdict = await checkSignIn({ ...(await signed(message)), ...change });
    expect(verdict).toMatchObject({ kind: "refused", because: expect.stringMatching(because) });
  });

  test("a text that is no sign-in message is refused", async () => {
    expect(await checkSignIn(await signed("hello"))).toMatchObject({ kind: "refused" });
  });
});
