"use client";

declare global {
  var __webpack_nonce__: string | undefined;
}

/**
 * Tells libraries that add a style element (dialogs lock the page's scrolling with one) the nonce of this document, by the name
 * that they look for. Only once: a refresh brings another nonce, but the document keeps its policy.
 */
export function StyleNonce({ nonce }: { readonly nonce: string }) {
  if (typeof window !== "undefined") globalThis.__webpack_nonce__ ??= nonce;
  return null;
}
