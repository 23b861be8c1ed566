import { liquidityPoolAbi, stEthAbi, withdrawalQueueAbi, withdrawRequestNftAbi } from "../abis.ts";
import type { Chain } from "../chain/chain.ts";
import type { DevnetTransaction } from "../chain/transaction.ts";
import { operatorAddresses } from "../deploy/operatorDeployments.ts";
import { readParameters } from "./readParameters.ts";
import type { Scenario } from "./scenario.ts";
import { venueCall } from "./venueCall.ts";

const { withdrawalQueue, stETH, withdrawRequestNFT, liquidityPool } = operatorAddresses;
const e27 = 10n ** 27n;

/** The oracles of Lido and ether.fi finalise every withdrawal request that waits: what they pay is fixed now and can be claimed. */
export const finalizeWithdrawals: Scenario = async ({ chain, submit }, parameters) => {
  readParameters(parameters, {});
  const [lido, etherfi] = [await finalizeLido(chain), await finalizeEtherfi(chain)];
  const transactions = await submit([...lido.calls, ...etherfi.calls]);
  return {
    sentence: `Finalised: ${lido.count} requests at Lido, ${etherfi.count} at ether.fi.`,
    transactions,
  };
};

type Finalisation = { readonly count: bigint; readonly calls: readonly DevnetTransaction[] };
const nothing: Finalisation = { count: 0n, calls: [] };

async function finalizeLido({ reader }: Chain): Promise<Finalisation> {
  const queue = { address: withdrawalQueue, abi: withdrawalQueueAbi } as const;
  const last = await reader.readContract({ ...queue, functionName: "getLastRequestId" });
  const done = await reader.readContract({ ...queue, functionName: "getLastFinalizedRequestId" });
  if (last === done) return nothing;
  const token = { address: stETH, abi: stEthAbi } as const;
  const pooled = await reader.readContract({ ...token, functionName: "getTotalPooledEther" });
  const shares = await reader.readContract({ ...token, functionName: "getTotalShares" });
  const rate = (pooled * e27) / shares;
  const [ether] = await reader.readContract({ ...queue, functionName: "prefinalize", args: [[last], rate] });
  const call = { ...queue, what: "finalise", to: withdrawalQueue, functionName: "finalize", value: ether };
  return { count: last - done, calls: [venueCall({ ...call, args: [last, rate] })] };
}

async function finalizeEtherfi({ reader }: Chain): Promise<Finalisation> {
  const nft = { address: withdrawRequestNFT, abi: withdrawRequestNftAbi } as const;
  const last = (await reader.readContract({ ...nft, functionName: "nextRequestId" })) - 1;
  const done = await reader.readContract({ ...nft, functionName: "lastFinalizedRequestId" });
  if (last === done) return nothing;
  const ids = Array.from({ length: last - done }, (_, i) => BigInt(done + 1 + i));
  const requests = await Promise.all(
    ids.map((id) => reader.readContract({ ...nft, functionName: "getRequest", args: [id] })),
  );
  const locked = requests.reduce((sum, { amountOfEEth }) => sum + amountOfEEth, 0n);
  return {
    count: BigInt(ids.length),
    calls: [
      venueCall({
        what: "finalise",
        to: withdrawRequestNFT,
        abi: withdrawRequestNftAbi,
        functionName: "finalizeRequests",
        args: [BigInt(last)],
      }),
      venueCall({
        what: "lock",
        to: liquidityPool,
        abi: liquidityPoolAbi,
        functionName: "addEthAmountLockedForWithdrawal",
        args: [locked],
      }),
    ],
  };
}
