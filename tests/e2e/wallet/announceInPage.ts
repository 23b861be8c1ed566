/** What a wallet says of itself (EIP-6963). */
export type WalletInfo = {
  readonly uuid: string;
  readonly name: string;
  readonly icon: string;
  readonly rdns: string;
};

export type WalletReply =
  | { readonly result: unknown }
  | { readonly error: { readonly code: number; readonly message: string } };

/** What the page has of its window here. */
type PageWindow = EventTarget & { readonly askWallet: (request: unknown) => Promise<WalletReply> };

/**
 * Runs in the page, before its own scripts: announces a wallet whose answers come from outside the browser. It uses
 * nothing from outside itself, since only its text reaches the page.
 */
export function announceInPage(info: WalletInfo): void {
  const page = globalThis as unknown as PageWindow;
  const provider = {
    request: async (request: unknown) => {
      const reply = await page.askWallet(request);
      if ("error" in reply) throw Object.assign(new Error(reply.error.message), { code: reply.error.code });
      return reply.result;
    },
    on: () => undefined,
    removeListener: () => undefined,
  };
  const detail = Object.freeze({ info: Object.freeze(info), provider });
  const announce = () => page.dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail }));
  page.addEventListener("eip6963:requestProvider", announce);
  announce();
}
