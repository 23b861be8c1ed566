import { keccak_256 } from "@noble/hashes/sha3.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { addressWord, uintWord } from "../abi/words.ts";
import { concat } from "../bytes/concat.ts";
import { fromHex } from "../bytes/fromHex.ts";
import { keccak } from "../bytes/keccak.ts";
import { eip712Digest } from "../typedData/eip712Digest.ts";
import type { Account, SafeTransaction, SafeTransactionHashes } from "./types.ts";

const DOMAIN_TYPE = "EIP712Domain(uint256 chainId,address verifyingContract)";
const MESSAGE_TYPE =
  "SafeTx(address to,uint256 value,bytes data,uint8 operation,uint256 safeTxGas,uint256 baseGas,uint256 gasPrice,address gasToken,address refundReceiver,uint256 nonce)";

const typeHash = (type: string) => keccak_256(utf8ToBytes(type));

/**
 * Domain hash, message hash and safeTxHash of a Safe transaction, as Safe 1.3.0 and later compute them
 * (safe-smart-account, contracts/Safe.sol, getTransactionHash).
 * @throws BytesError for an address or data that is not hex, or an integer that does not fit its word
 */
export function safeTransactionHashes({
  account,
  transaction,
}: {
  readonly account: Account;
  readonly transaction: SafeTransaction;
}): SafeTransactionHashes {
  const domainHash = keccak(
    concat(
      typeHash(DOMAIN_TYPE),
      uintWord(account.chainId, "account.chainId"),
      addressWord(account.address, "account.address"),
    ),
  );
  const messageHash = keccak(encodeMessage(transaction));
  return { domainHash, messageHash, safeTxHash: eip712Digest(domainHash, messageHash) };
}

function encodeMessage(transaction: SafeTransaction): Uint8Array {
  return concat(
    typeHash(MESSAGE_TYPE),
    addressWord(transaction.to, "transaction.to"),
    uintWord(transaction.value, "transaction.value"),
    keccak_256(fromHex(transaction.data, { field: "transaction.data" })),
    uintWord(transaction.operation, "transaction.operation"),
    uintWord(transaction.safeTxGas, "transaction.safeTxGas"),
    uintWord(transaction.baseGas, "transaction.baseGas"),
    uintWord(transaction.gasPrice, "transaction.gasPrice"),
    addressWord(transaction.gasToken, "transaction.gasToken"),
    addressWord(transaction.refundReceiver, "transaction.refundReceiver"),
    uintWord(transaction.nonce, "transaction.nonce"),
  );
}
