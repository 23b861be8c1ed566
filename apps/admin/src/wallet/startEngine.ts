import { defineChain, getAddress, type Transport } from "viem";
import { type Config, createConfig, custom } from "wagmi";
import {
  connect,
  disconnect,
  getConnection,
  getConnections,
  getConnectors,
  reconnect,
  switchChain,
  switchConnection,
  watchConnection,
  watchConnectors,
} from "wagmi/actions";
import { toWalletError } from "./toWalletError.ts";
import type { WalletChain, WalletConnection, WalletEngine, WalletState } from "./types.ts";
import { WalletError } from "./WalletError.ts";

type Publish = (state: WalletState) => void;

/** Starts wallet discovery (EIP-6963) for one chain and reports every change. */
export async function startEngine(chain: WalletChain, publish: Publish): Promise<WalletEngine> {
  const builtIn = await announceBuiltIn(chain);
  const config = configure(chain);
  const report = () =>
    publish({ ready: true, options: optionsOf(config, builtIn), connection: connectionOf(config) });
  watchConnectors(config, { onChange: report });
  watchConnection(config, { onChange: report });
  await reconnect(config);
  report();
  return engineOf(config, chain.chainId);
}

/** Built-in wallets exist only in a devnet build, and only on the built-in devnet. Returns their rdns. */
async function announceBuiltIn(chain: WalletChain): Promise<readonly string[]> {
  if (chain.builtInRpc === null) return [];
  const { announceDevnetWallets } = await import("#devnet-wallets");
  return announceDevnetWallets({ chainId: chain.chainId, rpc: chain.builtInRpc });
}

function configure({ chainId, name }: WalletChain): Config {
  const chain = defineChain({
    id: chainId,
    name,
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: [] } },
  });
  // The page never talks to the chain by itself: only a connected wallet does.
  const none: Transport = custom({ request: () => Promise.reject(new WalletError("not-connected")) });
  return createConfig({
    chains: [chain],
    transports: { [chainId]: none },
    multiInjectedProviderDiscovery: true,
  });
}

function optionsOf(config: Config, builtIn: readonly string[]): WalletState["options"] {
  return getConnectors(config).map(({ id, name, icon }) => ({
    id,
    name,
    icon: icon?.startsWith("data:") ? icon : null,
    builtIn: builtIn.includes(id),
  }));
}

function connectionOf(config: Config): WalletConnection | null {
  const { status, address, chainId, connector } = getConnection(config);
  if (status !== "connected" || address === undefined || connector === undefined) return null;
  return { walletId: connector.id, address: lower(address), chainId: chainId ?? 0 };
}

const lower = (address: string) => getAddress(address).toLowerCase() as `0x${string}`;

function engineOf(config: Config, chainId: number): WalletEngine {
  return {
    connect: (walletId) => connectTo(config, walletId),
    disconnect: () => disconnect(config),
    switchChain: () =>
      switchChain(config, { chainId }).then(
        () => undefined,
        (error: unknown) => Promise.reject(toWalletError(error)),
      ),
    request: (method, params) => ask(config, { method, params }),
  };
}

async function connectTo(config: Config, walletId: string): Promise<WalletConnection> {
  const connector = getConnectors(config).find(({ id }) => id === walletId);
  if (connector === undefined) throw new WalletError("unavailable", `no wallet ${walletId} is here any more`);
  const current = getConnection(config);
  try {
    if (current.status === "connected" && current.connector?.id === walletId) return connected(config);
    const known = getConnections(config).some((connection) => connection.connector.uid === connector.uid);
    await (known ? switchConnection(config, { connector }) : connect(config, { connector }));
  } catch (error) {
    throw toWalletError(error);
  }
  return connected(config);
}

function connected(config: Config): WalletConnection {
  const connection = connectionOf(config);
  if (connection === null) throw new WalletError("unavailable");
  return connection;
}

async function ask(
  config: Config,
  request: { method: string; params: readonly unknown[] },
): Promise<unknown> {
  const { connector } = getConnection(config);
  if (connector === undefined) throw new WalletError("not-connected");
  try {
    const provider = (await connector.getProvider()) as { request(input: unknown): Promise<unknown> };
    return await provider.request(request);
  } catch (error) {
    throw toWalletError(error);
  }
}
