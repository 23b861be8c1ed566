/**
 * The Content-Security-Policy of one page. Scripts run by nonce only; nothing comes from another host. A devnet build's
 * built-in wallets may also talk to the local chain.
 */
export function contentSecurityPolicy(nonce: string, devnetRpc: URL | null): string {
  const directives = {
    "default-src": ["'none'"],
    "script-src": [`'nonce-${nonce}'`, "'strict-dynamic'"],
    "style-src": ["'self'", `'nonce-${nonce}'`],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'", ...(devnetRpc ? [devnetRpc.origin] : [])],
    "manifest-src": ["'self'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, values]) => [name, ...values].join(" "))
    .join("; ");
}
