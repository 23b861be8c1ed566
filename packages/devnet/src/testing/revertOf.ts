import { type Abi, decodeErrorResult, type Hex, toHex } from "viem";
import type { Chain } from "../chain/chain.ts";
import type { DevnetTransaction } from "../chain/transaction.ts";
import { RpcError } from "../errors.ts";
import { loadContracts } from "../solidity/loadContracts.ts";

/**
 * How a transaction would revert now, by the errors of the devnet's own contracts: `RequestNotFinalized`,
 * `BlacklistedUser(0x…)`, `Error(text of a require)`, `Panic(17)`; undefined when it would not.
 * @throws {RpcError} when the node refuses for another reason than a revert
 */
export async function revertOf(
  chain: Chain,
  { from, to, data, value = 0n }: DevnetTransaction,
): Promise<string | undefined> {
  try {
    await chain.rpc("eth_call", { from, to, data, value: toHex(value) }, "latest");
    return undefined;
  } catch (error) {
    if (!(error instanceof RpcError) || typeof error.data !== "string") throw error;
    return nameOf(error.data as Hex);
  }
}

async function nameOf(data: Hex): Promise<string> {
  if (data === "0x") return "a revert without data";
  const contracts = Object.values(await loadContracts());
  const errors = contracts.flatMap(({ abi }) => abi.filter((item) => item.type === "error"));
  const { errorName, args = [] } = decodeErrorResult({ abi: errors as Abi, data });
  return args.length === 0 ? errorName : `${errorName}(${args.join(",")})`;
}
