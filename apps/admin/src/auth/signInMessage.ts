import { getAddress, recoverMessageAddress } from "viem";
import { createSiweMessage, parseSiweMessage, validateSiweMessage } from "viem/siwe";

export type SignInChallenge = {
  readonly address: string;
  readonly nonce: string;
  readonly chainId: number;
  readonly publicUrl: URL;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
};

/** The EIP-4361 text that an address signs to sign in. */
export function signInMessage(challenge: SignInChallenge): string {
  return createSiweMessage({
    address: getAddress(challenge.address),
    chainId: challenge.chainId,
    domain: challenge.publicUrl.host,
    uri: challenge.publicUrl.origin,
    version: "1",
    nonce: challenge.nonce,
    statement: "Sign in to Ballast. This moves nothing and approves nothing.",
    issuedAt: challenge.issuedAt,
    expirationTime: challenge.expiresAt,
  });
}

type Answer = {
  readonly message: string;
  readonly signature: `0x${string}`;
  readonly chainId: number;
  readonly publicUrl: URL;
  readonly now: Date;
};

export type SignInVerdict =
  | { readonly kind: "signed"; readonly address: string; readonly nonce: string }
  | { readonly kind: "refused"; readonly because: string };

/** Checks a signed message locally: its site, chain, time, and that the key of its address signed it. */
export async function checkSignIn(answer: Answer): Promise<SignInVerdict> {
  const fields = parseSiweMessage(answer.message);
  const { address, nonce } = fields;
  if (address === undefined || nonce === undefined) return refused("The message is no sign-in message.");
  const domain = answer.publicUrl.host;
  if (fields.domain !== domain)
    return refused(`The message is for ${fields.domain ?? "no site"}, this is ${domain}.`);
  if (fields.uri !== answer.publicUrl.origin)
    return refused(`The message is for ${fields.uri}, not for this address.`);
  if (fields.chainId !== answer.chainId) {
    return refused(`The message is for chain ${fields.chainId}, this treasury is on ${answer.chainId}.`);
  }
  if (!validateSiweMessage({ message: fields, domain, nonce, time: answer.now })) {
    return refused("The message has expired. Sign in again.");
  }
  const signer = await signerOf(answer);
  if (signer !== address) return refused("The signature is not of the address that the message names.");
  return { kind: "signed", address: address.toLowerCase(), nonce };
}

const refused = (because: string): SignInVerdict => ({ kind: "refused", because });

function signerOf({ message, signature }: Answer): Promise<string | null> {
  return recoverMessageAddress({ message, signature }).catch((error: unknown) => {
    if (error instanceof Error) return null;
    throw error;
  });
}
