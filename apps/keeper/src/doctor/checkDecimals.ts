import { type ChainSource, createPinnedReader, type Deployment, type PinnedResult } from "@ballast/adapters";
import type { Address, BlockRef } from "@ballast/core";
import { type Check, fail, fine } from "./check.ts";

/** Selector of `decimals()`, the same in ERC-20 tokens and Chainlink feeds. */
const DECIMALS = "0x313ce567";

/** Asks every asset and feed for its decimals: a wrong number in the deployment file would misplace every figure by powers of ten. */
export async function checkDecimals(
  source: ChainSource,
  { deployment, block }: { readonly deployment: Deployment; readonly block: BlockRef },
): Promise<readonly Check[]> {
  const { assets, feeds, multicall } = deployment;
  const all = [
    ...assets.map(({ id, address, decimals }) => ({ name: `Decimals of asset ${id}`, address, decimals })),
    ...feeds.map(({ id, address, decimals }) => ({ name: `Decimals of feed ${id}`, address, decimals })),
  ];
  const reader = createPinnedReader({ source, block, multicall });
  const results = await reader.read(
    all.map(({ name, address }) => ({ subject: name, to: address, data: DECIMALS })),
  );
  return all.map((stated, index) => verdict(stated, results[index]));
}

type Stated = { readonly name: string; readonly address: Address; readonly decimals: bigint };

function verdict({ name, address, decimals }: Stated, result: PinnedResult | undefined): Check {
  if (!result?.ok) {
    const detail = `${address} does not say: ${result?.missing.detail ?? "no reply"}`;
    return fail(name, { detail, todo: "See whether the address in the deployment file is right." });
  }
  const found = BigInt(result.data);
  if (found === decimals) return fine(name, `${decimals}`);
  const detail = `the deployment file says ${decimals}, ${address} says ${found}`;
  return fail(name, { detail, todo: "Correct the deployment file before anything is judged with it." });
}
