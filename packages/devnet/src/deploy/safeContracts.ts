import {
  getCompatibilityFallbackHandlerDeployment,
  getCreateCallDeployment,
  getMultiSendCallOnlyDeployment,
  getMultiSendDeployment,
  getProxyFactoryDeployment,
  getSafeL2SingletonDeployment,
  getSafeSingletonDeployment,
  getSignMessageLibDeployment,
  getSimulateTxAccessorDeployment,
} from "@safe-global/safe-deployments";
import { type Address, getAddress, type Hex } from "viem";
import type { Artifact } from "../solidity/artifact.ts";
import { packageArtifact } from "./packageArtifact.ts";

/** The Safe version whose canonical contracts the devnet carries. */
export const safeVersion = "1.4.1";

/** A canonical Safe contract: where it belongs, what its code must hash to, and the bytecode that gets it there. */
export interface SafeContract {
  readonly address: Address;
  readonly codeHash: Hex;
  readonly artifact: Artifact;
}

const filter = { version: safeVersion };

/** The Safe contracts under the names of a deployment file; addresses and code hashes are safe-deployments' canonical ones. */
export const safeContracts = {
  safe: contract("Safe.sol/Safe", getSafeSingletonDeployment(filter)),
  safeL2: contract("SafeL2.sol/SafeL2", getSafeL2SingletonDeployment(filter)),
  proxyFactory: contract("proxies/SafeProxyFactory.sol/SafeProxyFactory", getProxyFactoryDeployment(filter)),
  multiSend: contract("libraries/MultiSend.sol/MultiSend", getMultiSendDeployment(filter)),
  multiSendCallOnly: contract(
    "libraries/MultiSendCallOnly.sol/MultiSendCallOnly",
    getMultiSendCallOnlyDeployment(filter),
  ),
  fallbackHandler: contract(
    "handler/CompatibilityFallbackHandler.sol/CompatibilityFallbackHandler",
    getCompatibilityFallbackHandlerDeployment(filter),
  ),
  signMessageLib: contract(
    "libraries/SignMessageLib.sol/SignMessageLib",
    getSignMessageLibDeployment(filter),
  ),
  createCall: contract("libraries/CreateCall.sol/CreateCall", getCreateCallDeployment(filter)),
  simulateTxAccessor: contract(
    "accessors/SimulateTxAccessor.sol/SimulateTxAccessor",
    getSimulateTxAccessorDeployment(filter),
  ),
};

function contract(path: string, found: ReturnType<typeof getSafeSingletonDeployment>): SafeContract {
  const canonical = found?.deployments.canonical;
  if (canonical === undefined)
    throw new TypeError(`safe-deployments knows no canonical ${path} of version ${safeVersion}`);
  return {
    address: getAddress(canonical.address),
    codeHash: canonical.codeHash as Hex,
    artifact: packageArtifact(`@safe-global/safe-contracts/build/artifacts/contracts/${path}.json`),
  };
}
