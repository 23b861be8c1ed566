import type { Address, Hash32 } from "../bytes/types.ts";

/** Where a version's MultiSendCallOnly lives, and the hash of its code. */
export type PinnedMultiSend = { readonly addresses: readonly Address[]; readonly codeHash: Hash32 };

/**
 * The only contracts that a Safe may delegate to, by Safe version. From npm @safe-global/safe-deployments 1.37.63,
 * assets/v1.3.0, v1.4.1 and v1.5.0, multi_send_call_only.json: `canonical`, and `eip155` for 1.3.0.
 */
export const MULTI_SEND_CALL_ONLY: Readonly<Record<string, PinnedMultiSend>> = {
  "1.3.0": {
    addresses: ["0x40a2accbd92bca938b02010e17a5b8929b49130d", "0xa1dabef33b3b82c7814b6d82a79e50f4ac44102b"],
    codeHash: "0xa9865ac2d9c7a1591619b188c4d88167b50df6cc0c5327fcbd1c8c75f7c066ad",
  },
  "1.4.1": {
    addresses: ["0x9641d764fc13c8b624c04430c7356c1c7c8102e2"],
    codeHash: "0xecd5bd14a08c5d2122379900b2f272bdf107a7e92423c10dd5fe3254386c9939",
  },
  "1.5.0": {
    addresses: ["0xa83c336b20401af773b6219ba5027174338d1836"],
    codeHash: "0xcdbdcec38d2f1c7d961b0029ff8416b7e86e9974d6f0e9c9580c7d17fcfb6663",
  },
};
