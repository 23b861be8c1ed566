import { devnetAccounts } from "@ballast/devnet";
import { createWalletClient, defineChain, type Hex, http, RpcRequestError } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import type { WalletReply } from "./announceInPage.ts";

/** How a wallet behaves when it is asked to sign typed data. */
export type Temper =
  | "honest"
  /** says no, as its owner would */
  | "declines"
  /** signs the same transaction for the next nonce: a real signature of the right key over something else */
  | "tampers";

export type WalletRequest = { readonly method: string; readonly params?: readonly unknown[] };

export type OwnerWallet = {
  readonly name: string;
  readonly address: Hex;
  temper: Temper;
  /** Methods that it was asked to sign or send by, in order. */
  readonly acts: string[];
  readonly answer: (request: WalletRequest) => Promise<WalletReply>;
};

type TypedData = Parameters<ReturnType<typeof privateKeyToAccount>["signTypedData"]>[0];

class WalletRefusal extends Error {
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/** A wallet outside the browser that holds the key of one owner of the devnet's Safes; other requests go to the chain. */
export function ownerWallet({
  owner,
  rpc,
}: {
  readonly owner: 1 | 2 | 3;
  readonly rpc: string;
}): OwnerWallet {
  const { privateKey } = devnetAccounts.owners[owner === 1 ? 0 : owner === 2 ? 1 : 2];
  const account = privateKeyToAccount(privateKey);
  const client = createWalletClient({ account, chain: chainAt(rpc), transport: http(rpc) });
  let connected = false;
  const connect = () => {
    connected = true;
    return [account.address];
  };
  const own: Readonly<Record<string, (params: readonly unknown[]) => unknown>> = {
    eth_requestAccounts: connect,
    eth_accounts: () => (connected ? [account.address] : []),
    wallet_requestPermissions: () => {
      throw new WalletRefusal(4200, "this wallet knows no permissions");
    },
    personal_sign: ([raw]) => account.signMessage({ message: { raw: raw as Hex } }),
    eth_signTypedData_v4: ([, json]) => account.signTypedData(typedData(json as string, wallet.temper)),
    eth_sendTransaction: ([call]) => client.sendTransaction(call as { to: Hex; data: Hex }),
  };
  const wallet: OwnerWallet = {
    name: `Wallet of owner ${owner}`,
    address: account.address,
    temper: "honest",
    acts: [],
    answer: async ({ method, params = [] }) => {
      if (/sign|send/i.test(method)) wallet.acts.push(method);
      const forward = () => client.request({ method, params } as never);
      return reply(async () => (own[method] ?? forward)(params));
    },
  };
  return wallet;
}

/** Errors lose their code on the way into the page, so they travel as answers. */
async function reply(work: () => Promise<unknown>): Promise<WalletReply> {
  try {
    return { result: await work() };
  } catch (error) {
    if (error instanceof WalletRefusal || error instanceof RpcRequestError)
      return { error: { code: error.code, message: error.message } };
    return { error: { code: -32603, message: String(error) } };
  }
}

function typedData(json: string, temper: Temper): TypedData {
  if (temper === "declines") throw new WalletRefusal(4001, "the owner said no");
  const { types, message, ...rest } = JSON.parse(json) as {
    types: Record<string, unknown>;
    message: { nonce: string };
  };
  const { EIP712Domain: _, ...named } = types;
  const nonce = temper === "tampers" ? `${BigInt(message.nonce) + 1n}` : message.nonce;
  return { ...rest, types: named, message: { ...message, nonce } } as unknown as TypedData;
}

const chainAt = (rpc: string) =>
  defineChain({
    id: 31337,
    name: "Devnet",
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: [rpc] } },
  });
