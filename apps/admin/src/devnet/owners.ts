/**
 * The three owners of the built-in devnet's Safes, by anvil's well-known mnemonic (m/44'/60'/0'/0/0 to 2). Everybody
 * knows these keys; they hold nothing anywhere else. In a production build this file does not exist.
 */
export const DEVNET_OWNERS = [
  { name: "Owner 1 (devnet)", key: "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80" },
  { name: "Owner 2 (devnet)", key: "0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d" },
  { name: "Owner 3 (devnet)", key: "0x5de4111afa1a4b94908f83103eb1f1706367c2e68ca870fc3fb9a804cdab365a" },
] as const;
