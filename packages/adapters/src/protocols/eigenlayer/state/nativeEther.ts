import type { Address } from "@ballast/core";

/**
 * The strategy of native ETH: no contract stands there, it is a name for the shares of an EigenPod.
 * Layr-Labs/eigenlayer-contracts, src/contracts/core/storage/DelegationManagerStorage.sol, `beaconChainETHStrategy`.
 */
export const NATIVE_ETHER: Address = "0xbeac0eeeeeeeeeeeeeeeeeeeeeeeeeeeeeebeac0";
