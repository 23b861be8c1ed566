import { loadDeployment } from "@ballast/adapters";
import { type Address, address } from "@ballast/core";
import { type Devnet, devnetAccounts } from "@ballast/devnet";
import {
  createPublicClient,
  createWalletClient,
  defineChain,
  encodeFunctionData,
  http,
  parseAbi,
  parseEventLogs,
  zeroAddress,
} from "viem";
import { privateKeyToAccount } from "viem/accounts";

const SAFE = parseAbi([
  "function setup(address[] owners, uint256 threshold, address to, bytes data, address fallbackHandler, address paymentToken, uint256 payment, address paymentReceiver)",
]);
const FACTORY = parseAbi([
  "function createProxyWithNonce(address singleton, bytes initializer, uint256 saltNonce) returns (address proxy)",
  "event ProxyCreation(address indexed proxy, address singleton)",
]);
const NO_DATA = "0x";
const { contracts } = loadDeployment("devnet").safe;
const owners = devnetAccounts.owners.map((owner) => owner.address);

/** Makes empty 2-of-3 Safes of the treasury's owners, all in one block, beside the two that the devnet begins with. */
export async function moreSafes(devnet: Devnet, count: number): Promise<readonly Address[]> {
  const [rpcUrl] = devnet.rpcUrls;
  const chain = defineChain({
    id: 31337,
    name: "devnet",
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: [rpcUrl] } },
  });
  const account = privateKeyToAccount(devnetAccounts.owners[0].privateKey);
  const reader = createPublicClient({ chain, transport: http() });
  const wallet = createWalletClient({ account, chain, transport: http() });
  const handler = contracts.fallbackHandler.address;
  const args = [owners, 2n, zeroAddress, NO_DATA, handler, zeroAddress, 0n, zeroAddress] as const;
  const initializer = encodeFunctionData({ abi: SAFE, args });
  const nonce = await reader.getTransactionCount({ address: account.address });
  const hashes: `0x${string}`[] = [];
  for (let index = 0; index < count; index++) {
    const salt = 1_000n + BigInt(index);
    const data = encodeFunctionData({
      abi: FACTORY,
      functionName: "createProxyWithNonce",
      args: [contracts.safe.address, initializer, salt],
    });
    const to = contracts.proxyFactory.address;
    hashes.push(await wallet.sendTransaction({ to, data, gas: 500_000n, nonce: nonce + index }));
  }
  await devnet.mineBlock();
  const receipts = await Promise.all(hashes.map((hash) => reader.getTransactionReceipt({ hash })));
  const created = parseEventLogs({ abi: FACTORY, logs: receipts.flatMap(({ logs }) => logs) });
  if (created.length !== count) throw new Error(`${created.length} of ${count} Safes were made`);
  return created.map(({ args: { proxy } }) => address(proxy));
}
