import { randomUUID } from "node:crypto";
import type { BrowserContext } from "@playwright/test";
import { announceInPage, type WalletInfo } from "./announceInPage.ts";
import type { OwnerWallet, WalletRequest } from "./ownerWallet.ts";

/** Puts a wallet into every page of a browser context, the way an extension does. */
export async function injectWallet(context: BrowserContext, wallet: OwnerWallet): Promise<void> {
  const info: WalletInfo = {
    uuid: randomUUID(),
    name: wallet.name,
    icon: "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E",
    rdns: `test.${wallet.name.toLowerCase().replaceAll(" ", "-")}`,
  };
  await context.exposeFunction("askWallet", (request: WalletRequest) => wallet.answer(request));
  await context.addInitScript(announceInPage, info);
}
