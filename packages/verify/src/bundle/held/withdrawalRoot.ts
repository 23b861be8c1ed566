import { addressWord, uintWord } from "../../abi/words.ts";
import { concat } from "../../bytes/concat.ts";
import { keccak } from "../../bytes/keccak.ts";
import type { Hash32 } from "../../bytes/types.ts";
import type { ClaimOrder } from "../schema/orders.ts";

type Withdrawal = Extract<ClaimOrder, { kind: "eigenlayer-withdrawal" }>["withdrawal"];

/** Words before the two arrays: five fields and the arrays' two offsets. */
const HEAD = 7n;
const WORD = 32n;

/**
 * The root under which EigenLayer keeps a withdrawal: keccak256 of the ABI encoding of the struct
 * (eigenlayer-contracts, DelegationManager.calculateWithdrawalRoot).
 * @throws BytesError when a number fits no word
 */
export function withdrawalRoot(withdrawal: Withdrawal): Hash32 {
  const { staker, delegatedTo, withdrawer, nonce, startBlock, strategies, scaledShares } = withdrawal;
  const word = (value: bigint, field: string) => uintWord(value, field);
  const sharesFrom = (HEAD + 1n + BigInt(strategies.length)) * WORD;
  const bytes = concat(
    word(WORD, "offset of the withdrawal"),
    addressWord(staker, "staker"),
    addressWord(delegatedTo, "delegatedTo"),
    addressWord(withdrawer, "withdrawer"),
    word(nonce, "nonce"),
    word(startBlock, "startBlock"),
    word(HEAD * WORD, "offset of strategies"),
    word(sharesFrom, "offset of scaledShares"),
    word(BigInt(strategies.length), "length of strategies"),
    ...strategies.map((strategy) => addressWord(strategy, "strategy")),
    word(BigInt(scaledShares.length), "length of scaledShares"),
    ...scaledShares.map((shares) => word(shares, "scaledShares")),
  );
  return keccak(bytes);
}
