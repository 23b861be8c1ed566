import type { Address, Hex } from "../bytes/types.ts";
import type { WithdrawalMeaning } from "./withdrawalMeaning.ts";

/** One call inside a batch. */
export type InnerCall = { readonly to: Address; readonly value: bigint; readonly data: Hex };

/** What a call asks for, each argument by its name. */
export type CallMeaning =
  | {
      readonly kind: "approve";
      readonly signature: "approve(address spender,uint256 amount)";
      readonly arguments: { readonly spender: Address; readonly amount: bigint };
    }
  | {
      readonly kind: "exact-input-single";
      readonly signature: "exactInputSingle((address tokenIn,address tokenOut,uint24 fee,address recipient,uint256 amountIn,uint256 amountOutMinimum,uint160 sqrtPriceLimitX96))";
      readonly arguments: {
        readonly tokenIn: Address;
        readonly tokenOut: Address;
        readonly fee: bigint;
        readonly recipient: Address;
        readonly amountIn: bigint;
        readonly amountOutMinimum: bigint;
        readonly sqrtPriceLimitX96: bigint;
      };
    }
  | {
      readonly kind: "deadline-check";
      readonly signature: "multicall(uint256 deadline,bytes[] data)";
      /** `data` is empty: a call that does nothing before the deadline and reverts after it. */
      readonly arguments: { readonly deadline: bigint };
    }
  | WithdrawalMeaning
  | {
      readonly kind: "unknown";
      readonly signature: null;
      /** Why it could not be read. */
      readonly arguments: { readonly selector: Hex; readonly problem: string };
    };

export type DecodedCall = InnerCall & { readonly meaning: CallMeaning };
