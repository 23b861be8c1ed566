/**
 * Storage of a Safe of version 1.3.0 to 1.5.0: SafeStorage.sol for the numbered slots, GuardManager.sol,
 * ModuleManager.sol and FallbackManager.sol for the hashed ones (safe-global/safe-smart-account).
 */
export const SAFE_SLOTS = {
  /** Of the proxy: the contract whose code runs. */
  singleton: 0n,
  nonce: 5n,
  /** Mapping owner → hash → 1 once approved. */
  approvedHashes: 8n,
  /** keccak256("guard_manager.guard.address") */
  guard: 0x4a204f620c8c5ccdca3fd54d003badd85ba500436a431f0cbda4f558c93c34c8n,
  /** keccak256("module_manager.module_guard.address"), 1.5.0 and later; empty before. */
  moduleGuard: 0xb104e0b93118902c651344349b610029d694cfdec91c589c91ebafbcd0289947n,
  /** keccak256("fallback_manager.handler.address") */
  fallbackHandler: 0x6c9a6c4a39284e37ed1cf53d337577d14212a4870fb976a4366c693b939918d5n,
} as const;
