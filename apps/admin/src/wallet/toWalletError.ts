import { WalletError, type WalletFault } from "./WalletError.ts";

/** Codes of EIP-1193, EIP-1474 and EIP-3085/3326. */
const FAULTS: Readonly<Record<number, WalletFault>> = {
  4001: "declined",
  4100: "not-connected",
  4900: "unavailable",
  4901: "unavailable",
  4902: "unknown-chain",
  [-32002]: "busy",
};

/** Wallets wrap errors in errors: the first known code on the way down decides. */
export function toWalletError(error: unknown): WalletError {
  if (error instanceof WalletError) return error;
  const fault = faultOf(error);
  if (fault !== null) return new WalletError(fault);
  return new WalletError("unavailable", firstLine(error));
}

function faultOf(error: unknown): WalletFault | null {
  if (typeof error !== "object" || error === null) return null;
  if ("code" in error && typeof error.code === "number") {
    const known = FAULTS[error.code];
    if (known !== undefined) return known;
  }
  if ("name" in error && error.name === "UserRejectedRequestError") return "declined";
  if ("cause" in error) return faultOf(error.cause);
  return null;
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split("\n", 1)[0]?.slice(0, 200) ?? "";
}
