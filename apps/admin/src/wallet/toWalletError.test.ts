import { describe, expect, test } from "vitest";
import { toWalletError } from "./toWalletError.ts";
import { WalletError } from "./WalletError.ts";

describe("what a wallet said", () => {
  test.each([
    ["4001 is a refusal", { code: 4001, message: "User rejected" }, "declined"],
    [
      "a refusal inside another error is still a refusal",
      new Error("x", { cause: { code: 4001 } }),
      "declined",
    ],
    ["-32002 means that a question is open", { code: -32002 }, "busy"],
    ["4902 means that the chain is unknown", { code: 4902 }, "unknown-chain"],
    [
      "an unknown code with a known cause follows the cause",
      { code: 7, cause: { code: 4100 } },
      "not-connected",
    ],
    ["anything else is no answer", new Error("boom"), "unavailable"],
    ["text thrown bare is no answer", "boom", "unavailable"],
  ])("%s", (_name, error, fault) => {
    expect(toWalletError(error).fault).toBe(fault);
  });

  test("its words are kept, cut to one line", () => {
    expect(toWalletError(new Error("no route\nstack")).message).toBe(
      "Your wallet did not answer. It said: no route",
    );
  });

  test("a WalletError passes as it is", () => {
    const error = new WalletError("busy");
    expect(toWalletError(error)).toBe(error);
  });
});
