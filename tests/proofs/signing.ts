import { encodeSignatures, executionCalldata, safeTransactionTypedData } from "@ballast/adapters";
import type { AccountRef, Address, Hex } from "@ballast/core";
import { addSignature, type Database, type ProposalRow, signaturesOf } from "@ballast/db";
import { devnetAccounts } from "@ballast/devnet";
import { createWalletClient, defineChain, http } from "viem";
import { privateKeyToAccount } from "viem/accounts";

const chain = defineChain({
  id: 31337,
  name: "devnet",
  nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
  rpcUrls: { default: { http: [] } },
});

const ownerKey = (index: 0 | 1 | 2) => privateKeyToAccount(devnetAccounts.owners[index].privateKey);
const accountOf = (row: ProposalRow): AccountRef => ({
  rail: "safe",
  chainId: row.chainId,
  address: row.account,
});

/** Signs a posted proposal as one of the owners, the way a wallet does, and stores the signature as the admin does. */
export async function signAs(
  db: Database,
  { row, owner }: { readonly row: ProposalRow; readonly owner: 0 | 1 | 2 },
): Promise<void> {
  const key = ownerKey(owner);
  const signature = await key.signTypedData(safeTransactionTypedData(row, accountOf(row)));
  await addSignature(db, {
    safeTxHash: row.safeTxHash,
    owner: key.address.toLowerCase() as Address,
    signature,
    source: "admin",
  });
}

/** Sends the Safe's execTransaction with the stored signatures from one owner's own key. Mining is the caller's. */
export async function executeAs(
  db: Database,
  { row, owner, rpcUrl }: { readonly row: ProposalRow; readonly owner: 0 | 1 | 2; readonly rpcUrl: string },
): Promise<Hex> {
  const stored = await signaturesOf(db, row.safeTxHash);
  const signatures = encodeSignatures(
    stored.map(({ owner: by, signature }) => ({ kind: "ecdsa", owner: by, signature })),
  );
  const wallet = createWalletClient({ account: ownerKey(owner), chain, transport: http(rpcUrl) });
  return wallet.sendTransaction({
    to: row.account,
    data: executionCalldata(row, signatures),
    gas: 2_000_000n,
  });
}
