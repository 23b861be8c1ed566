import { type Address, address } from "@ballast/core";
import { numberToHex } from "viem";

/** The address in the low 20 bytes of a word, which the contracts that are read keep clean. */
export const wordAddress = (word: bigint): Address =>
  address(numberToHex(BigInt.asUintN(160, word), { size: 20 }));
