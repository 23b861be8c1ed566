import { keccak_256 } from "@noble/hashes/sha3.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { addressWord, uintWord } from "../abi/words.ts";
import { concat } from "../bytes/concat.ts";
import { keccak } from "../bytes/keccak.ts";
import type { Hash32 } from "../bytes/types.ts";
import type { Account } from "../safe/types.ts";

const TYPE = "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)";
const hashOf = (text: string) => keccak_256(utf8ToBytes(text));

/** Domain separator of Ballast's own messages (docs/canonical-encoding.md, §4): name `Ballast`, version `1`. */
export function ballastDomainHash({ chainId, address }: Account): Hash32 {
  return keccak(
    concat(
      hashOf(TYPE),
      hashOf("Ballast"),
      hashOf("1"),
      uintWord(chainId, "account.chainId"),
      addressWord(address, "account.address"),
    ),
  );
}
