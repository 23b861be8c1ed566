import type { Address, Hex, Missing, SafeState } from "@ballast/core";
import {
  AbiDecodingDataSizeTooSmallError,
  AbiDecodingZeroDataError,
  BaseError,
  decodeFunctionResult,
} from "viem";
import { SAFE_ABI } from "./safeAbi.ts";

/** A Safe's state, and the module guard that only 1.5.0 has; or what could not be read of it. */
export type SafeReading =
  | { readonly ok: true; readonly safe: SafeState; readonly moduleGuard: Address }
  | { readonly ok: false; readonly missing: Missing };

const END_OF_LIST = [
  "0x0000000000000000000000000000000000000000",
  "0x0000000000000000000000000000000000000001",
];

const lower = (address: string): Address => address.toLowerCase() as Address;
const sorted = (addresses: readonly string[]): readonly Address[] => addresses.map(lower).sort();

/** An address in the low 20 bytes of one storage word. */
function addressIn(word: string): Address {
  if (!/^0x0{24}[0-9a-f]{40}$/i.test(word)) throw new NotAnAddressError(word);
  return lower(`0x${word.slice(26)}`);
}

/** A storage word that should hold an address holds something else: no Safe, or not of a known layout. */
class NotAnAddressError extends Error {
  override readonly name = "NotAnAddressError";
  readonly word: string;

  constructor(word: string) {
    super(`storage holds ${word} where a Safe has an address`);
    this.word = word;
  }
}

/** What a Safe calls its version; other contracts answer VERSION() with anything. */
const VERSION = /^\d+\.\d+\.\d+/;

const missing = (code: Missing["code"], detail: string): SafeReading => ({
  ok: false,
  missing: { subject: "safe", code, retry: false, detail },
});

const abi = SAFE_ABI;

/** The addresses in four storage words of `getStorageAt`. */
function addressesIn(answers: readonly Hex[]): readonly Address[] {
  return answers.map((data) => addressIn(decodeFunctionResult({ abi, functionName: "getStorageAt", data })));
}

function decodeAll(answers: readonly Hex[]): SafeReading {
  const [version = "0x", nonce = "0x", threshold = "0x", owners = "0x", modules = "0x", ...slots] = answers;
  const [modulesFound, next] = decodeFunctionResult({
    abi,
    functionName: "getModulesPaginated",
    data: modules,
  });
  if (!END_OF_LIST.includes(next)) {
    return missing(
      "unexpected",
      `more than ${modulesFound.length} modules are enabled; review and disable them`,
    );
  }
  const [singleton, guard, fallbackHandler, moduleGuard] = addressesIn(slots);
  if (
    singleton === undefined ||
    guard === undefined ||
    fallbackHandler === undefined ||
    moduleGuard === undefined
  ) {
    return missing("empty", `${slots.length} storage words instead of 4`);
  }
  const safe: SafeState = {
    version: decodeFunctionResult({ abi, functionName: "VERSION", data: version }),
    singleton,
    nonce: decodeFunctionResult({ abi, functionName: "nonce", data: nonce }),
    threshold: decodeFunctionResult({ abi, functionName: "getThreshold", data: threshold }),
    owners: sorted(decodeFunctionResult({ abi, functionName: "getOwners", data: owners })),
    modules: sorted(modulesFound),
    guard,
    fallbackHandler,
  };
  if (!VERSION.test(safe.version))
    return missing("unexpected", `VERSION() is ${JSON.stringify(safe.version)}`);
  return { ok: true, safe, moduleGuard };
}

/**
 * The state that the answers to `safeStateCalls` tell, in their order. An answer that is not what a Safe answers
 * makes the state missing, never a zero.
 */
export function decodeSafeState(data: readonly Hex[]): SafeReading {
  try {
    return decodeAll(data);
  } catch (error) {
    if (error instanceof AbiDecodingZeroDataError)
      return missing("empty", "no contract at the account's address");
    if (error instanceof AbiDecodingDataSizeTooSmallError) return missing("short-data", error.shortMessage);
    if (error instanceof BaseError) return missing("unexpected", error.shortMessage);
    if (error instanceof NotAnAddressError) return missing("unexpected", error.message);
    throw error;
  }
}
