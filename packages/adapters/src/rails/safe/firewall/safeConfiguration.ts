import type { Hex } from "@ballast/core";

/**
 * Functions of a Safe that change who controls it or what it trusts (safe-smart-account contracts/base and
 * Safe.sol, 1.3.0 to 1.5.0), by selector. No batch of ours may ever contain one.
 */
export const SAFE_CONFIGURATION: Readonly<Record<Hex, string>> = {
  "0x0d582f13": "addOwnerWithThreshold",
  "0xf8dc5dd9": "removeOwner",
  "0xe318b52b": "swapOwner",
  "0x694e80c3": "changeThreshold",
  "0x610b5925": "enableModule",
  "0xe009cfde": "disableModule",
  "0xe19a9dd9": "setGuard",
  "0xe068df37": "setModuleGuard",
  "0xf08a0323": "setFallbackHandler",
  "0xb63e800d": "setup",
  "0x468721a7": "execTransactionFromModule",
  "0xd4d9bdcd": "approveHash",
};
