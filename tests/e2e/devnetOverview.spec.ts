import { expect } from "@playwright/test";
import { builtInWallet } from "./pages/builtInWallet.ts";
import { proposalPage } from "./pages/proposalPage.ts";
import { test } from "./stackTest.ts";

test.use({ build: "devnet", story: "first-steps" });
test.describe.configure({ mode: "serial" });

const PROPOSAL = { timeout: 90_000 };
const RECORDED = { timeout: 60_000 };

test("the overview is readable without sign-in and says what it was read from", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("button", { name: /^Meridian Operations/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
  for (const name of ["Key figures", "Findings", "Needs you", "Lately", "Devnet"])
    await expect(page.getByRole("region", { name, exact: true })).toBeVisible();
  await expect(page.getByRole("region", { name: "Key figures" })).toContainText(/Net value.*1,\d\d\d/);
  await expect(page.getByRole("region", { name: "Keeper heartbeat" })).toContainText("Keeper on watch");
});

test("the four steps tick themselves off, with two built-in wallets and nothing installed", async ({
  page,
}, info) => {
  await page.goto("/");
  const card = page.getByRole("region", { name: "See it work" });
  const step = (number: 1 | 2 | 3 | 4) => card.getByRole("listitem").nth(number - 1);
  const now = card.locator("[aria-current=step]");
  await expect(now).toContainText("Make a yield shift");

  const run = card.getByRole("button", { name: "Run yield-shift" });
  await expect(async () => {
    await run.click({ timeout: 2_000 });
    await expect(run).toBeHidden({ timeout: 5_000 });
  }).toPass();
  await expect(step(1)).toContainText("done", RECORDED);
  await expect(step(2)).toContainText("done", PROPOSAL);
  await expect(now).toContainText("Sign as owner 1");

  const one = builtInWallet(page, 1);
  await one.choose();
  await expect(page.getByRole("region", { name: "Needs you" }).getByRole("link")).toBeVisible();
  await page.screenshot({ path: info.outputPath("overview.png"), fullPage: true });
  await card.getByRole("link", { name: "Open the proposal" }).click();
  const { sign, execute, signatures, state } = proposalPage(page);
  await sign.click();
  await one.agreeTo("Sign");
  await expect(signatures).toContainText("1 of 2");

  const two = builtInWallet(page, 2);
  await two.choose();
  await sign.click();
  await two.agreeTo("Sign");
  await expect(signatures).toContainText("2 of 2");
  await execute.click();
  await two.agreeTo("Send");
  await expect(state).toHaveText("Executed", RECORDED);

  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Overview" }).click();
  for (const number of [3, 4] as const) await expect(step(number)).toContainText("done");
  await expect(step(4)).toContainText("looked again and holds", RECORDED);
});
