import type { Hex } from "@ballast/core";
import { encodeErrorResult, parseAbi } from "viem";
import { describe, expect, it } from "vitest";
import { revertText } from "./revertText.ts";

const said = (text: string): Hex =>
  encodeErrorResult({ abi: parseAbi(["error Error(string message)"]), errorName: "Error", args: [text] });

describe("revertText", () => {
  it.each<[string, Hex, string]>([
    [
      "a Safe's code, with what it means",
      said("GS026"),
      'reverted with "GS026": a signer is no owner, or signed another hash, nonce, chain or Safe',
    ],
    ["a Safe's code that is not known", said("GS999"), 'reverted with "GS999"'],
    ["a contract's message", said("Too little received"), 'reverted with "Too little received"'],
    ["an error of a contract's own by its selector", "0x12345678", "reverted with 0x12345678"],
    ["nothing", "0x", "reverted without a reason"],
  ])("tells %s", (_, data, text) => expect(revertText(data)).toBe(text));
});
