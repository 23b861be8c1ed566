import type { Page } from "@playwright/test";

/** The devnet build's own wallets: one click signs in as an owner, and each act is confirmed in the wallet's window. */
export function builtInWallet(page: Page, owner: 1 | 2 | 3) {
  const name = `Owner ${owner} (devnet)`;
  const window = page.getByRole("dialog", { name: `${name} asks` });
  return {
    choose: () =>
      page.getByRole("group", { name: "Built-in devnet wallets" }).getByRole("button", { name }).click(),
    window,
    agreeTo: (act: "Sign" | "Send") => window.getByRole("button", { name: act, exact: true }).click(),
  };
}
