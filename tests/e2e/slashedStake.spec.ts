import type { Address } from "@ballast/core";
import { insertRequest, listTickets } from "@ballast/db";
import { treasurySafes } from "@ballast/devnet";
import { expect, type Page } from "@playwright/test";
import { proposalPage } from "./pages/proposalPage.ts";
import { expectNoSidewaysScroll, PHONE } from "./pages/sidewaysScroll.ts";
import { signIn } from "./pages/signIn.ts";
import { type OwnerBrowser, test } from "./stackTest.ts";

test.use({ build: "production", story: "slashed-stake" });
test.describe.configure({ mode: "serial", timeout: 360_000 });

const OPERATIONS = { chainId: 31337n, address: treasurySafes[0].address.toLowerCase() as Address };
const HOME = `/31337-${OPERATIONS.address}`;
const PROPOSAL = { timeout: 90_000 };
const RECORDED = { timeout: 60_000 };
/** Twenty blocks of the devnet's queue, and a minute for the keeper. */
const CLAIM_DUE = { timeout: 240_000 };

const underWay = (page: Page) => page.getByRole("region", { name: "Withdrawals under way" });

/** The proposal that waits, opened from the queue; its path. */
async function openProposal(page: Page, wait: { timeout: number }): Promise<string> {
  await page.goto(`${HOME}/proposals`);
  const queue = page.getByRole("region", { name: "Queue" });
  await queue.getByRole("link", { name: "Review and sign" }).click(wait);
  await expect(proposalPage(page).state).toBeVisible();
  return new URL(page.url()).pathname;
}

/** On a phone the banner of the open incident, with a position's unbroken name in it, stays within each screen. */
async function expectIncidentFitsPhone(page: Page, screens: readonly string[]): Promise<void> {
  const before = page.viewportSize() ?? PHONE;
  await page.setViewportSize(PHONE);
  for (const screen of screens) {
    await page.goto(screen);
    const banner = page.getByRole("status").filter({ hasText: /^Incident \d+\./ });
    await expect(banner).toContainText("stETH@0x");
    await expectNoSidewaysScroll(page, screen);
  }
  await page.setViewportSize(before);
}

/** Opens the proposal that waits, signs it in both browsers and executes it in the second. */
async function carryOut(
  [first, second]: readonly [OwnerBrowser, OwnerBrowser],
  wait: { timeout: number },
): Promise<void> {
  const path = await openProposal(first.page, wait);
  const one = proposalPage(first.page);
  await expect(one.verdict).toContainText("All sources agree on the hash");
  await one.sign.click();
  await expect(one.signatures).toContainText("1 of 2");
  await second.page.goto(path);
  const two = proposalPage(second.page);
  await two.sign.click();
  await expect(two.signatures).toContainText("2 of 2");
  await two.execute.click();
  for (const { state } of [one, two]) await expect(state).toHaveText("Executed", RECORDED);
}

test("from a slash to the claim: two proposals, two owners, and every wei arrives", async ({
  owner,
  database,
}, info) => {
  const both = [await owner(1), await owner(2)] as const;
  for (const each of both) {
    await each.page.goto(HOME);
    await signIn(each);
  }
  const [{ page }] = both;
  await insertRequest(database.db, {
    kind: "devnet-scenario",
    payload: { name: "slash", params: {} },
    requestedBy: "visitor",
  });
  const proposal = await openProposal(page, PROPOSAL);
  await expectIncidentFitsPhone(page, [
    HOME,
    ...["positions", "policies", "proposals", "activity"].map((name) => `${HOME}/${name}`),
    proposal,
  ]);
  await carryOut(both, PROPOSAL);

  await page.goto(`${HOME}/positions`);
  await expect(underWay(page)).toContainText(/EigenLayer ticket.*Waiting/, RECORDED);
  await page.screenshot({ path: info.outputPath("waiting.png"), fullPage: true });

  await carryOut(both, CLAIM_DUE);
  await expect
    .poll(async () => (await listTickets(database.db, OPERATIONS)).map(({ state }) => state), RECORDED)
    .toEqual(["reconciled"]);
  await page.goto(`${HOME}/positions`);
  await expect(underWay(page)).toContainText("ended lately");
  await page.screenshot({ path: info.outputPath("reconciled.png"), fullPage: true });
});
