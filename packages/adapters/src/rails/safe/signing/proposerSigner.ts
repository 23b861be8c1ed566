import { type Address, type BundleMessage, bundleTypedData, type Hex } from "@ballast/core";
import { privateKeyToAccount } from "viem/accounts";
import { ProposerIsOwnerError, ProposerKeyError } from "../errors.ts";
import { type KeyOrigin, readKey } from "./readKey.ts";

/** The keeper's own key. It can say "this bundle is mine" and nothing else; it holds no funds and owns no Safe. */
export type ProposerSigner = {
  readonly address: Address;
  /**
   * The EIP-712 signature over what the bundle binds: 65 bytes r ‖ s ‖ v, v 27 or 28, s in the lower half.
   * `owners` are the Safe's owners as read at the decision's block.
   * @throws ProposerIsOwnerError: a key that may move funds must not lie on a server
   */
  signBundle(request: { readonly seal: BundleMessage; readonly owners: readonly Address[] }): Promise<Hex>;
};

function accountOf(origin: KeyOrigin) {
  try {
    return privateKeyToAccount(readKey(origin));
  } catch (error) {
    if (error instanceof ProposerKeyError) throw error;
    // The library's own message may quote the key.
    throw new ProposerKeyError(
      "file" in origin ? origin.file : origin.name,
      "it is no key of the curve secp256k1",
    );
  }
}

/**
 * The signer behind a key file (mode 600) or a value from the environment. The key stays inside.
 * @throws ProposerKeyError when there is no usable key
 */
export function proposerSigner(origin: KeyOrigin): ProposerSigner {
  const account = accountOf(origin);
  const address = account.address.toLowerCase() as Address;
  return {
    address,
    async signBundle({ seal, owners }) {
      if (owners.some((owner) => owner.toLowerCase() === address)) {
        throw new ProposerIsOwnerError(address, seal.account.address);
      }
      return account.signTypedData(bundleTypedData(seal));
    },
  };
}
