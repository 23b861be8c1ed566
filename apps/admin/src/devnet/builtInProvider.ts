import { createWalletClient, defineChain, type Hex, hashTypedData, hexToString, http, isHex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { askOwner } from "./askOwner.ts";
import { authorised } from "./authorised.ts";
import type { DevnetWalletsChain } from "./types.ts";

type Request = { readonly method: string; readonly params?: readonly unknown[] };

/** The part of EIP-1193 that the admin and wagmi use. */
export type BuiltInProvider = {
  readonly request: (request: Request) => Promise<unknown>;
  readonly on: () => void;
  readonly removeListener: () => void;
};

type Owner = { readonly name: string; readonly key: Hex; readonly chain: DevnetWalletsChain };

type TypedData = Parameters<typeof hashTypedData>[0];

type CallFields = { readonly to: Hex; readonly data?: Hex; readonly value?: Hex };

/** EIP-1193 error 4001: the person said no. */
class Declined extends Error {
  readonly code = 4001;
}

/** A wallet that holds one devnet key. It asks before it signs or sends; signing in needs no question. */
export function builtInProvider(owner: Owner): BuiltInProvider {
  const account = privateKeyToAccount(owner.key);
  const client = createWalletClient({
    account,
    chain: chainOf(owner.chain),
    transport: http(owner.chain.rpc),
  });
  const own: Readonly<Record<string, (params: readonly unknown[]) => unknown>> = {
    eth_requestAccounts: () => {
      authorised.set(owner.name);
      return [account.address];
    },
    eth_accounts: () => (authorised.is(owner.name) ? [account.address] : []),
    eth_chainId: () => `0x${owner.chain.chainId.toString(16)}`,
    wallet_requestPermissions: () => {
      authorised.set(owner.name);
      return [permission(account.address)];
    },
    wallet_revokePermissions: () => {
      authorised.clear();
      return null;
    },
    wallet_switchEthereumChain: () => null,
    personal_sign: ([message]) => account.signMessage({ message: readable(message as string) }),
    eth_signTypedData_v4: ([, json]) => signTypedData(owner, json as string),
    eth_sendTransaction: ([call]) => send(call as CallFields),
  };

  async function send(call: CallFields): Promise<Hex> {
    await confirm(owner, {
      act: "Send this transaction",
      hash: null,
      lines: [`to ${call.to}`, `${sizeOf(call.data)} bytes of data`],
    });
    return client.sendTransaction({
      to: call.to,
      data: call.data ?? "0x",
      value: BigInt(call.value ?? "0x0"),
    });
  }

  return {
    request: async ({ method, params = [] }) =>
      own[method] ? own[method](params) : client.transport.request({ method, params }),
    on: () => undefined,
    removeListener: () => undefined,
  };
}

async function signTypedData(owner: Owner, json: string): Promise<Hex> {
  const { types, ...rest } = JSON.parse(json) as { types: Record<string, unknown> };
  const { EIP712Domain: _, ...named } = types;
  const typed = { ...rest, types: named } as unknown as TypedData;
  await confirm(owner, {
    act: `Sign ${String(typed.primaryType)}`,
    hash: hashTypedData(typed),
    lines: ["This is the hash that you sign. Compare it with the page."],
  });
  return privateKeyToAccount(owner.key).signTypedData(typed);
}

async function confirm(
  owner: Owner,
  asked: { act: string; hash: Hex | null; lines: readonly string[] },
): Promise<void> {
  if (!(await askOwner({ wallet: owner.name, ...asked }))) throw new Declined(`${owner.name} declined`);
}

const chainOf = ({ chainId, rpc }: DevnetWalletsChain) =>
  defineChain({
    id: chainId,
    name: "Devnet",
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: [rpc] } },
  });

const permission = (address: string) => ({
  parentCapability: "eth_accounts",
  caveats: [{ type: "restrictReturnedAccounts", value: [address] }],
});

const readable = (message: string) => (isHex(message) ? hexToString(message) : message);

const sizeOf = (data: Hex | undefined) => ((data ?? "0x").length - 2) / 2;
