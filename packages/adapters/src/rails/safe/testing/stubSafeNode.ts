import { encodeAbiParameters } from "viem";
import type { ChainSource } from "../../../chain/rpc.ts";
import { refuses, replies, stubSource } from "./stubSource.ts";

/** A node on which every address has code and answers `VERSION()`: all that protocol-kit asks before it encodes. */
export function stubSafeNode(version: string): ChainSource {
  const answers: Readonly<Record<string, string>> = {
    eth_chainId: "0x7a69",
    eth_getCode: "0x60006000",
    eth_call: encodeAbiParameters([{ type: "string" }], [version]),
  };
  return stubSource(({ method }) => {
    const result = answers[method];
    return result === undefined ? refuses(-32601) : replies(result);
  }).source;
}
