import type { Address } from "@ballast/core";
import { insertRequest, openProposals } from "@ballast/db";
import { treasurySafes } from "@ballast/devnet";
import { type Browser, expect } from "@playwright/test";
import { proposalPage } from "./pages/proposalPage.ts";
import { OPERATIONS } from "./pages/screens.ts";
import { signIn } from "./pages/signIn.ts";
import { test } from "./stackTest.ts";
import { injectWallet } from "./wallet/injectWallet.ts";
import { lyingWallet } from "./wallet/lyingWallet.ts";
import { type OwnerWallet, ownerWallet } from "./wallet/ownerWallet.ts";

test.use({ build: "production", story: "signing" });
test.describe.configure({ mode: "serial" });

const ACCOUNT = { chainId: 31337n, address: treasurySafes[0].address.toLowerCase() as Address };
const PROPOSAL = { timeout: 90_000 };
const OTHER_HASH = `0x${"ab".repeat(32)}`;

let safeTxHash = "";

async function browserWith(browser: Browser, { wallet, baseURL }: { wallet: OwnerWallet; baseURL: string }) {
  const context = await browser.newContext({ baseURL });
  await injectWallet(context, wallet);
  return { page: await context.newPage(), wallet };
}

test("a proposal waits", async ({ database }) => {
  const payload = { name: "yield-shift", params: {} };
  await insertRequest(database.db, { kind: "devnet-scenario", payload, requestedBy: "visitor" });
  await expect.poll(async () => (await openProposals(database.db, ACCOUNT)).length, PROPOSAL).toBe(1);
  safeTxHash = (await openProposals(database.db, ACCOUNT))[0]?.safeTxHash ?? "";
});

test("a Safe that names another hash stops everything: no button is left to sign with", async ({
  browser,
  stack,
}) => {
  const wallet = lyingWallet(ownerWallet({ owner: 1, rpc: stack.rpc }), { hash: OTHER_HASH });
  const lied = await browserWith(browser, { wallet, baseURL: stack.address });
  await lied.page.goto(`${OPERATIONS}/proposals/${safeTxHash}`);
  await signIn(lied);
  const stop = lied.page.getByTestId("hash-differs");
  await expect(stop).toContainText("Stop. The hashes differ");
  await expect(stop).toContainText(OTHER_HASH);
  await expect(stop).toContainText(safeTxHash);
  await expect(proposalPage(lied.page).sign).toHaveCount(0);
  await lied.page.context().close();
});

test("a wallet on another chain can't be asked, so signing waits", async ({ browser, stack }) => {
  const wallet = lyingWallet(ownerWallet({ owner: 1, rpc: stack.rpc }), { chainId: 1 });
  const astray = await browserWith(browser, { wallet, baseURL: stack.address });
  await astray.page.goto(`${OPERATIONS}/proposals/${safeTxHash}`);
  await signIn(astray);
  const { panel, sign } = proposalPage(astray.page);
  await expect(panel).toContainText("Your wallet is on chain 1.");
  await expect(sign).toBeDisabled();
  await expect(panel.getByRole("button", { name: /^Switch the wallet to/ })).toBeVisible();
  await astray.page.context().close();
});

test("without the Safe's own answer only the whole hash from the offline verifier opens signing", async ({
  browser,
  stack,
}) => {
  const wallet = lyingWallet(ownerWallet({ owner: 1, rpc: stack.rpc }), { hash: "0x" });
  const deaf = await browserWith(browser, { wallet, baseURL: stack.address });
  await deaf.page.goto(`${OPERATIONS}/proposals/${safeTxHash}`);
  await signIn(deaf);
  const { verdict, sign, panel } = proposalPage(deaf.page);
  await expect(verdict).toContainText("one is unavailable");
  await expect(sign).toBeDisabled();
  const typed = panel.getByRole("textbox", { name: "The hash from the offline verifier" });
  await typed.fill(OTHER_HASH);
  await expect(panel).toContainText("This is another hash. Do not sign.");
  await expect(sign).toBeDisabled();
  await typed.fill(safeTxHash.slice(2, 40));
  await expect(sign).toBeDisabled();
  await typed.fill(safeTxHash.slice(2).toUpperCase());
  await expect(sign).toBeEnabled();
  await deaf.page.context().close();
});

test("rejecting asks for the nonce and puts an empty transaction beside the proposal", async ({ owner }) => {
  const first = await owner(1);
  const { page } = first;
  await page.goto(`${OPERATIONS}/proposals/${safeTxHash}`);
  await signIn(first);
  const { panel } = proposalPage(page);
  await panel.getByRole("button", { name: "Reject" }).click();
  const dialog = page.getByRole("dialog", { name: /^Reject \d+ on chain$/ });
  const reject = dialog.getByRole("button", { name: /^Reject \d+ on chain$/ });
  await expect(reject).toBeDisabled();
  const nonce = /\d+/.exec((await reject.textContent()) ?? "")?.[0] ?? "";
  await dialog.getByRole("textbox").fill(nonce);
  await reject.click();
  await expect(dialog).toBeHidden();
  await page.goto(`${OPERATIONS}/proposals`);
  const queue = page.getByRole("region", { name: "Queue" });
  await expect(queue).toContainText("Only one of these can happen", PROPOSAL);
  await expect(queue.getByRole("link", { name: `Reject nonce ${nonce}` })).toBeVisible();
});
