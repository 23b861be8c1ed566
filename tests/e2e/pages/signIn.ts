import { expect } from "@playwright/test";
import type { OwnerBrowser } from "../stackTest.ts";

/** Signs in on the page that is open, by the owner's own wallet. */
export async function signIn({ page, wallet }: OwnerBrowser): Promise<void> {
  const dialog = page.getByRole("dialog", { name: "Sign in" });
  await expect(async () => {
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(dialog).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await dialog.getByRole("button", { name: wallet.name }).click();
  await expect(page.getByRole("button", { name: "wallets and session" })).toBeVisible();
  await expect(dialog).toBeHidden();
}
