import type { Address, Hex } from "@ballast/core";
import { createTestClient, createWalletClient, http, parseEther } from "viem";
import { foundry } from "viem/chains";

/** Sends a call from any address of the devnet, without its key, and gives its hash. Mining is the caller's. */
export async function sendAs(
  from: Address,
  { to, data, rpcUrl }: { readonly to: Address; readonly data: Hex; readonly rpcUrl: string },
): Promise<Hex> {
  const transport = http(rpcUrl);
  const node = createTestClient({ mode: "anvil", chain: foundry, transport });
  await node.impersonateAccount({ address: from });
  // A Safe holds no ether for gas; what is added here is given back by nobody and counted by no test.
  await node.request({
    method: "anvil_addBalance",
    params: [from, `0x${parseEther("0.1").toString(16)}`],
  } as never);
  const wallet = createWalletClient({ account: from, chain: foundry, transport });
  const hash = await wallet.sendTransaction({ to, data, gas: 2_000_000n });
  await node.stopImpersonatingAccount({ address: from });
  return hash;
}
