import type { ContractNetworksConfig } from "@safe-global/protocol-kit";
import type { Deployment } from "../../deployment/types.ts";

/** The deployment's Safe contracts in the form protocol-kit wants, all of them, so that it never falls back to its own. */
export function contractNetworks({ chainId, safe }: Deployment): ContractNetworksConfig {
  const { contracts } = safe;
  return {
    [chainId.toString()]: {
      safeSingletonAddress: contracts.safe.address,
      safeProxyFactoryAddress: contracts.proxyFactory.address,
      multiSendAddress: contracts.multiSend.address,
      multiSendCallOnlyAddress: contracts.multiSendCallOnly.address,
      fallbackHandlerAddress: contracts.fallbackHandler.address,
      signMessageLibAddress: contracts.signMessageLib.address,
      createCallAddress: contracts.createCall.address,
      simulateTxAccessorAddress: contracts.simulateTxAccessor.address,
    },
  };
}
