import {
  type Address,
  concatHex,
  encodeAbiParameters,
  encodeFunctionData,
  getContractAddress,
  type Hex,
  keccak256,
  toHex,
  zeroAddress,
} from "viem";
import { proxyFactoryAbi, safeAbi } from "../abis.ts";
import { devnetAccounts } from "../accounts.ts";
import { packageArtifact } from "./packageArtifact.ts";
import { safeContracts } from "./safeContracts.ts";

/**
 * A Safe of the devnet's treasury and what it holds at the beginning of history, each in wei of ether's worth. `restaked` is stETH deposited with EigenLayer and
 * delegated to the operator; `queued` has been asked back from Lido and waits.
 */
export interface TreasurySafe {
  readonly name: string;
  readonly address: Address;
  readonly saltNonce: bigint;
  readonly holdings: {
    readonly wstETH: bigint;
    readonly weETH: bigint;
    readonly WETH: bigint;
    readonly restaked: bigint;
    readonly queued: bigint;
  };
  /** The EigenLayer operator that it delegates to. A Safe can have only one. */
  readonly operator: "A" | "B";
}

const ether = 10n ** 18n;
const threshold = 2n;

/** The name of the treasury to which both Safes belong. */
export const treasuryName = "Meridian";

/** Both are 2-of-3 Safes of the same three owners. */
export const treasurySafes: readonly [TreasurySafe, TreasurySafe] = [
  treasurySafe({
    name: "Meridian Operations",
    saltNonce: 1n,
    operator: "A",
    holdings: {
      wstETH: 420n * ether,
      weETH: 300n * ether,
      WETH: 180n * ether,
      restaked: 100n * ether,
      queued: 0n,
    },
  }),
  treasurySafe({
    name: "Meridian Reserve",
    saltNonce: 2n,
    operator: "B",
    holdings: {
      wstETH: 180n * ether,
      weETH: 40n * ether,
      WETH: 120n * ether,
      restaked: 40n * ether,
      queued: 20n * ether,
    },
  }),
];

function setupCall(): Hex {
  const owners = devnetAccounts.owners.map((owner) => owner.address);
  const handler = safeContracts.fallbackHandler.address;
  const args = [owners, threshold, zeroAddress, "0x", handler, zeroAddress, 0n, zeroAddress] as const;
  return encodeFunctionData({ abi: safeAbi, functionName: "setup", args });
}

/** The call to the proxy factory that makes a Safe. */
export function createSafeCall(safe: TreasurySafe): Hex {
  const args = [safeContracts.safe.address, setupCall(), safe.saltNonce] as const;
  return encodeFunctionData({ abi: proxyFactoryAbi, functionName: "createProxyWithNonce", args });
}

function treasurySafe(safe: Omit<TreasurySafe, "address">): TreasurySafe {
  return { ...safe, address: safeAddress(safe.saltNonce) };
}

/** CREATE2 as in SafeProxyFactory 1.4.1: salt = keccak256(keccak256(initializer) ‖ saltNonce), code = proxy ‖ singleton. */
function safeAddress(saltNonce: bigint): Address {
  const salt = keccak256(concatHex([keccak256(setupCall()), toHex(saltNonce, { size: 32 })]));
  const proxy = packageArtifact(
    "@safe-global/safe-contracts/build/artifacts/contracts/proxies/SafeProxy.sol/SafeProxy.json",
  );
  const singleton = encodeAbiParameters([{ type: "address" }], [safeContracts.safe.address]);
  return getContractAddress({
    opcode: "CREATE2",
    from: safeContracts.proxyFactory.address,
    salt,
    bytecode: concatHex([proxy.bytecode, singleton]),
  });
}
