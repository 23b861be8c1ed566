import { type Address, type Hex, lowerHex, type Missing } from "@ballast/core";
import {
  type Abi,
  BaseError,
  type ContractFunctionArgs,
  type ContractFunctionName,
  type ContractFunctionReturnType,
  type DecodeFunctionResultParameters,
  decodeFunctionResult,
  type EncodeFunctionDataParameters,
  encodeFunctionData,
} from "viem";
import type { PinnedCall, PinnedResult } from "./pinnedReader.ts";

type Read = "view" | "pure";

/** What a question came to. `reverted` as in PinnedResult: `0x` is a revert without a reason, null a call that was not run. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly missing: Missing; readonly reverted: Hex | null };

/** A view call together with how its bytes are read. */
export type Question<Value> = {
  readonly call: PinnedCall;
  readonly decode: (result: PinnedResult) => Answer<Value>;
};

export type View<abi extends Abi, name extends ContractFunctionName<abi, Read>> = {
  readonly abi: abi;
  readonly to: Address;
  readonly functionName: name;
  readonly args: ContractFunctionArgs<abi, Read, name>;
  /** What is lost when it fails (see Missing.subject). */
  readonly subject: string;
  readonly gas?: bigint;
};

const notRead = (missing: Missing): Answer<never> => ({ ok: false, missing, reverted: null });

function decodeBytes<Value>(
  data: Hex,
  { view, decode }: { view: { subject: string; functionName: string }; decode: () => Value },
): Answer<Value> {
  const { subject, functionName } = view;
  if (data === "0x") {
    const detail = `${functionName} succeeded with no data: no contract at this address`;
    return notRead({ subject, code: "empty", retry: false, detail });
  }
  try {
    return { ok: true, value: lowerHex(decode()) };
  } catch (error) {
    if (!(error instanceof BaseError)) throw error;
    const detail = `${functionName} gave ${(data.length - 2) / 2} bytes that are not what it returns`;
    return notRead({ subject, code: "short-data", retry: false, detail });
  }
}

/**
 * A call of one view function with its arguments encoded and its answer decoded by the ABI. Addresses come in lower case.
 * No data, or bytes of another shape, are missing: never zeros.
 */
export function viewQuestion<const abi extends Abi, name extends ContractFunctionName<abi, Read>>(
  view: View<abi, name>,
): Question<ContractFunctionReturnType<abi, Read, name>> {
  const { abi, to, functionName, args, subject, gas } = view;
  const data = encodeFunctionData({ abi, functionName, args } as unknown as EncodeFunctionDataParameters);
  const decode = (bytes: Hex) =>
    decodeFunctionResult({
      abi,
      functionName,
      data: bytes,
    } as unknown as DecodeFunctionResultParameters) as ContractFunctionReturnType<abi, Read, name>;
  return {
    call: { subject, to, data, ...(gas === undefined ? {} : { gas }) },
    decode: (result) => {
      if (!result.ok) return result;
      return decodeBytes(result.data, { view: { subject, functionName }, decode: () => decode(result.data) });
    },
  };
}
