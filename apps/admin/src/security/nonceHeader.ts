/** Request header by which the proxy tells the page its nonce. */
export const NONCE_HEADER = "x-nonce";
