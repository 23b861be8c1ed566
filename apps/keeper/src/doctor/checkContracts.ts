import type { ChainSource, Deployment } from "@ballast/adapters";
import type { BlockRef } from "@ballast/core";
import { readCodeHash } from "../steps/readCodeHash.ts";
import { type Check, fail, fine } from "./check.ts";

/** Looks whether the code of every Safe contract is the one that the deployment file pins, and whether the others are there. */
export async function checkContracts(
  source: ChainSource,
  { deployment, block }: { readonly deployment: Deployment; readonly block: BlockRef },
): Promise<readonly Check[]> {
  const pinned = Object.entries(deployment.safe.contracts);
  const safe = await Promise.all(
    pinned.map(async ([name, { address, codeHash }]) => {
      const found = await readCodeHash(source, { address, block });
      if (found === codeHash) return fine(`Safe contract ${name}`, address);
      const detail = `${address} has code hash ${found ?? "(no code)"}, pinned is ${codeHash}`;
      return fail(`Safe contract ${name}`, {
        detail,
        todo: "Sign nothing until the deployment file is corrected or this is understood.",
      });
    }),
  );
  const others = [
    ["multicall", deployment.multicall] as const,
    ["deadline checker", deployment.deadlineChecker] as const,
    ...deployment.assets.map(({ id, address }) => [`asset ${id}`, address] as const),
    ...Object.entries(deployment.routes).map(([id, { router }]) => [`router ${id}`, router] as const),
  ];
  const there = await Promise.all(
    others.map(async ([name, address]) => {
      const found = await readCodeHash(source, { address, block });
      return found === null
        ? fail(`Contract ${name}`, {
            detail: `${address} has no code`,
            todo: "Correct its address in the deployment file.",
          })
        : fine(`Contract ${name}`, address);
    }),
  );
  return [...safe, ...there];
}
