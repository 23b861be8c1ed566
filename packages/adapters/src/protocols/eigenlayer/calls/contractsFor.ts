import { zeroAddress } from "viem";
import { type CoreContracts, coreContracts } from "../coreContracts.ts";
import type { CallRequest } from "./callRequest.ts";
import { refuse } from "./refuse.ts";

/**
 * EigenLayer's contracts for an account of the deployment's chain.
 *
 * @throws ActionRefused when the deployment has no EigenLayer, or is of another chain, or the account is nobody
 */
export function contractsFor({ account, deployment }: CallRequest): CoreContracts {
  if (account.chainId !== deployment.chainId) {
    const limit = `the deployment ${deployment.name} is chain ${deployment.chainId}`;
    throw refuse({ field: "account.chainId", value: `${account.chainId}`, limit });
  }
  if (account.address === zeroAddress)
    throw refuse({ field: "account.address", value: account.address, limit: "the account is nobody" });
  const core = coreContracts(deployment);
  if (core !== null) return core;
  throw refuse({
    field: "venue",
    value: "eigenlayer",
    limit: `deployment ${deployment.name} has no EigenLayer`,
  });
}
