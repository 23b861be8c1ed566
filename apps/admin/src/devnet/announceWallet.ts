import type { BuiltInProvider } from "./builtInProvider.ts";

type Announcement = { readonly name: string; readonly rdns: string; readonly provider: BuiltInProvider };

/** Answers wallet discovery as EIP-6963 says: once now, and whenever a page asks. */
export function announceWallet({ name, rdns, provider }: Announcement): void {
  const info = Object.freeze({ uuid: crypto.randomUUID(), name, rdns, icon: "data:image/svg+xml," });
  const detail = Object.freeze({ info, provider });
  const announce = () => window.dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail }));
  window.addEventListener("eip6963:requestProvider", announce);
  announce();
}
