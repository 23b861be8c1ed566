import { type Address, concatHex, encodeFunctionData, type Hex, hashTypedData, parseAbi } from "viem";
import type { RawTransaction } from "../features/proposals/verify/rawTransaction.ts";

const ABI = parseAbi([
  "function getTransactionHash(address to, uint256 value, bytes data, uint8 operation, uint256 safeTxGas, uint256 baseGas, uint256 gasPrice, address gasToken, address refundReceiver, uint256 _nonce) view returns (bytes32)",
  "function execTransaction(address to, uint256 value, bytes data, uint8 operation, uint256 safeTxGas, uint256 baseGas, uint256 gasPrice, address gasToken, address refundReceiver, bytes signatures) payable returns (bool)",
]);

const TYPES = {
  SafeTx: [
    { name: "to", type: "address" },
    { name: "value", type: "uint256" },
    { name: "data", type: "bytes" },
    { name: "operation", type: "uint8" },
    { name: "safeTxGas", type: "uint256" },
    { name: "baseGas", type: "uint256" },
    { name: "gasPrice", type: "uint256" },
    { name: "gasToken", type: "address" },
    { name: "refundReceiver", type: "address" },
    { name: "nonce", type: "uint256" },
  ],
} as const;

/** What an owner's wallet is asked to sign (EIP-712 `SafeTx`, Safe 1.3.0 and later), as `eth_signTypedData_v4` takes it. */
export function safeTypedData(raw: RawTransaction): string {
  const { chainId, account, ...message } = raw;
  const EIP712Domain = [
    { name: "chainId", type: "uint256" },
    { name: "verifyingContract", type: "address" },
  ];
  return JSON.stringify({
    domain: { chainId, verifyingContract: account },
    types: { EIP712Domain, ...TYPES },
    primaryType: "SafeTx",
    message: { ...message, operation: Number(message.operation) },
  });
}

/** The hash of that typed data by viem: a second implementation beside `@ballast/verify`. */
export function safeTypedDataHash(raw: RawTransaction): Hex {
  return hashTypedData({
    domain: { chainId: BigInt(raw.chainId), verifyingContract: raw.account },
    types: TYPES,
    primaryType: "SafeTx",
    message: {
      to: raw.to,
      value: BigInt(raw.value),
      data: raw.data,
      operation: Number(raw.operation),
      safeTxGas: BigInt(raw.safeTxGas),
      baseGas: BigInt(raw.baseGas),
      gasPrice: BigInt(raw.gasPrice),
      gasToken: raw.gasToken,
      refundReceiver: raw.refundReceiver,
      nonce: BigInt(raw.nonce),
    },
  });
}

type Fields = readonly [Address, bigint, Hex, number, bigint, bigint, bigint, Address, Address];

function fields(raw: RawTransaction): Fields {
  return [
    raw.to,
    BigInt(raw.value),
    raw.data,
    Number(raw.operation),
    BigInt(raw.safeTxGas),
    BigInt(raw.baseGas),
    BigInt(raw.gasPrice),
    raw.gasToken,
    raw.refundReceiver,
  ];
}

/** Calldata that asks the Safe itself for the hash. */
export function getTransactionHashData(raw: RawTransaction): Hex {
  return encodeFunctionData({
    abi: ABI,
    functionName: "getTransactionHash",
    args: [...fields(raw), BigInt(raw.nonce)],
  });
}

export type OwnerSignatureText = { readonly owner: string; readonly signature: string };

/** Calldata that executes the transaction with exactly `threshold` signatures, sorted by owner as a Safe demands. */
export function execTransactionData(
  raw: RawTransaction,
  {
    signatures,
    threshold,
  }: { readonly signatures: readonly OwnerSignatureText[]; readonly threshold: number },
): Hex {
  const sorted = signatures.toSorted((a, b) => (a.owner.toLowerCase() < b.owner.toLowerCase() ? -1 : 1));
  const joined = concatHex(sorted.slice(0, threshold).map(({ signature }) => signature as Hex));
  return encodeFunctionData({ abi: ABI, functionName: "execTransaction", args: [...fields(raw), joined] });
}
