import { APPROVE, EXACT_INPUT_SINGLE, MULTICALL_DEADLINE } from "../abi/selectors.ts";
import { WordReader } from "../abi/WordReader.ts";
import { fromHex } from "../bytes/fromHex.ts";
import type { Hex } from "../bytes/types.ts";
import { VerifyError } from "../errors/VerifyError.ts";
import type { CallMeaning, DecodedCall, InnerCall } from "./types.ts";
import { withdrawalReaders } from "./withdrawalReaders.ts";

/** The functions that this package can read, by selector. */
const READERS: Readonly<Record<string, (reader: WordReader) => CallMeaning>> = {
  [APPROVE]: readApprove,
  [EXACT_INPUT_SINGLE]: readExactInputSingle,
  [MULTICALL_DEADLINE]: readDeadlineCheck,
  ...withdrawalReaders,
};

/** Says what a call asks for. One that cannot be read to its last byte comes back as `unknown`, with the reason. */
export function decodeCall(call: InnerCall): DecodedCall {
  const selector = call.data.slice(0, 10).toLowerCase() as Hex;
  const read = READERS[selector];
  if (read === undefined)
    return { ...call, meaning: unknown(selector, "no known function has this selector") };
  try {
    const reader = new WordReader(fromHex(call.data, { field: "data" }));
    const meaning = read(reader);
    reader.end();
    return { ...call, meaning };
  } catch (error) {
    if (error instanceof VerifyError) return { ...call, meaning: unknown(selector, error.message) };
    throw error;
  }
}

function unknown(selector: Hex, problem: string): CallMeaning {
  return { kind: "unknown", signature: null, arguments: { selector, problem } };
}

function readApprove(reader: WordReader): CallMeaning {
  const spender = reader.address("spender");
  const amount = reader.uint("amount");
  return {
    kind: "approve",
    signature: "approve(address spender,uint256 amount)",
    arguments: { spender, amount },
  };
}

function readExactInputSingle(reader: WordReader): CallMeaning {
  return {
    kind: "exact-input-single",
    signature:
      "exactInputSingle((address tokenIn,address tokenOut,uint24 fee,address recipient,uint256 amountIn,uint256 amountOutMinimum,uint160 sqrtPriceLimitX96))",
    arguments: {
      tokenIn: reader.address("tokenIn"),
      tokenOut: reader.address("tokenOut"),
      fee: reader.uint("fee", 24),
      recipient: reader.address("recipient"),
      amountIn: reader.uint("amountIn"),
      amountOutMinimum: reader.uint("amountOutMinimum"),
      sqrtPriceLimitX96: reader.uint("sqrtPriceLimitX96", 160),
    },
  };
}

function readDeadlineCheck(reader: WordReader): CallMeaning {
  const deadline = reader.uint("deadline");
  reader.fixed("offset of data", 64n);
  reader.fixed("length of data", 0n);
  return {
    kind: "deadline-check",
    signature: "multicall(uint256 deadline,bytes[] data)",
    arguments: { deadline },
  };
}
