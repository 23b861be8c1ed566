/** The devnet's cast, by the addresses of anvil's well-known mnemonic. Names only: no key is here. */
export const DEVNET_NAMES: Readonly<Record<string, string>> = {
  "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266": "Owner 1",
  "0x70997970c51812dc3a010c7d01b50e0d17dc79c8": "Owner 2",
  "0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc": "Owner 3",
  "0x90f79bf6eb2c4f870365e785982e1f101e93b906": "Keeper's proposer",
};
