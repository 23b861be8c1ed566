import { checksumAddress } from "@ballast/core";
import type { ProposalDetail } from "../../../queries/proposalDetail.ts";
import type { RawTransaction } from "../verify/rawTransaction.ts";

export type TransactionView = {
  readonly raw: RawTransaction;
  readonly facts: readonly { readonly name: string; readonly value: string; readonly note: string }[];
  readonly safeVersion: string | null;
  readonly bundleHref: string | null;
  readonly verifyCommand: string | null;
  readonly castCommand: string;
};

const ZERO = `0x${"0".repeat(40)}`;

/** Every field that the Safe hashes, and the commands that check them elsewhere. */
export function transactionOf({ facts, bundle }: ProposalDetail, chainName: string): TransactionView {
  const { row } = facts;
  const raw = rawOf(row);
  const gasFree = [row.safeTxGas, row.baseGas, row.gasPrice].every((field) => field === 0n);
  const refundFree = row.gasToken === ZERO && row.refundReceiver === ZERO;
  const isBatch = bundle?.contracts.multiSendCallOnly === row.to;
  return {
    raw,
    safeVersion: bundle?.safeVersion ?? null,
    facts: [
      { name: "Chain", value: `${row.chainId}, ${chainName}`, note: "" },
      { name: "Safe", value: checksumAddress(row.account), note: "" },
      { name: "Nonce", value: `${row.nonce}`, note: facts.chainNonce === row.nonce ? "next in line" : "" },
      {
        name: "Operation",
        value: row.operation === 1n ? "1, delegatecall" : `${row.operation}, call`,
        note: "",
      },
      { name: "To", value: checksumAddress(row.to), note: isBatch ? "MultiSendCallOnly" : "" },
      { name: "Value", value: `${row.value} wei`, note: "" },
      {
        name: "Gas fields, refund",
        value: gasFree && refundFree ? "all zero" : "not all zero",
        note: gasFree && refundFree ? "as required" : "unusual: somebody is paid for executing it",
      },
    ],
    bundleHref: row.bundleId === null ? null : `/api/proposals/${row.safeTxHash}/bundle`,
    verifyCommand: row.bundleId === null ? null : `npm run -s ballast -- verify bundle-${row.nonce}.json`,
    castCommand: castCommand(raw),
  };
}

function rawOf(row: ProposalDetail["facts"]["row"]): RawTransaction {
  return {
    chainId: `${row.chainId}`,
    account: row.account,
    to: row.to,
    value: `${row.value}`,
    data: row.data,
    operation: `${row.operation}`,
    safeTxGas: `${row.safeTxGas}`,
    baseGas: `${row.baseGas}`,
    gasPrice: `${row.gasPrice}`,
    gasToken: row.gasToken,
    refundReceiver: row.refundReceiver,
    nonce: `${row.nonce}`,
  };
}

const SIGNATURE =
  "getTransactionHash(address,uint256,bytes,uint8,uint256,uint256,uint256,address,address,uint256)(bytes32)";

function castCommand(raw: RawTransaction): string {
  const {
    account,
    to,
    value,
    data,
    operation,
    safeTxGas,
    baseGas,
    gasPrice,
    gasToken,
    refundReceiver,
    nonce,
  } = raw;
  const fields = [to, value, data, operation, safeTxGas, baseGas, gasPrice, gasToken, refundReceiver, nonce];
  return `cast call ${account} "${SIGNATURE}" ${fields.join(" ")}`;
}
