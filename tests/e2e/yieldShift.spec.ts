import type { Address } from "@ballast/core";
import { insertRequest, listTicks, openProposals, proposalByHash } from "@ballast/db";
import { treasurySafes } from "@ballast/devnet";
import { expect, type Page } from "@playwright/test";
import { figure, proposalPage, shownAmount } from "./pages/proposalPage.ts";
import { signIn } from "./pages/signIn.ts";
import { test } from "./stackTest.ts";

test.use({ build: "production", story: "yield-shift" });
test.describe.configure({ mode: "serial" });

const OPERATIONS = { chainId: 31337n, address: treasurySafes[0].address.toLowerCase() as Address };
const HOME = `/31337-${OPERATIONS.address}`;
const PROPOSAL = { timeout: 90_000 };
const RECORDED = { timeout: 60_000 };

let proposal = "";

/** Marks the page that is open; the mark does not survive a reload. */
const markOpened = (page: Page) =>
  page.evaluate(() => Object.assign(globalThis, { openedOnce: true })).then(() => undefined);
const neverReloaded = (page: Page) => page.evaluate(() => "openedOnce" in globalThis);

test("a yield shift puts a proposal with its net gain and payback in front of an owner, without reload", async ({
  owner,
  database,
}) => {
  const first = await owner(1);
  const { page } = first;
  await page.goto(HOME);
  await expect(page.getByRole("heading", { name: "Sign in to Ballast" })).toBeVisible();
  await expect(page.getByText("Meridian")).toHaveCount(0);
  await signIn(first);
  await markOpened(page);
  await expect(page.getByRole("button", { name: /^Meridian Operations/ })).toBeVisible();
  await expect(page.getByText("Devnet only")).toHaveCount(0);

  await page
    .getByRole("navigation", { name: "Main" })
    .getByRole("link", { name: /^Proposals/ })
    .click();
  const queue = page.getByRole("region", { name: "Queue" });
  await expect(queue.getByText("Nothing is queued.")).toBeVisible();
  await insertRequest(database.db, {
    kind: "devnet-scenario",
    payload: { name: "yield-shift", params: {} },
    requestedBy: "visitor",
  });
  await queue.getByRole("link", { name: "Review and sign" }).click(PROPOSAL);

  const { why, state, signatures } = proposalPage(page);
  await expect(state).toHaveText("Posted");
  const net = await shownAmount(figure(why, /^Net gain in/));
  const gain = await shownAmount(figure(why, /^Gain in/));
  const cost = await shownAmount(figure(why, /^Cost/));
  // Gain and net gain are rounded down and the cost up, each by less than one of the last decimal.
  expect(net - (gain - cost)).toBeGreaterThanOrEqual(0n);
  expect(net - (gain - cost)).toBeLessThanOrEqual(1n);
  expect(net).toBeGreaterThanOrEqual(5000n);
  await expect(figure(why, /^Payback/)).toHaveText(/^\d+\s[dhms](\s\d\d\s[hms])?$/);
  await expect(signatures).toContainText("0 of 2");
  expect(await neverReloaded(page)).toBe(true);

  const [posted] = await openProposals(database.db, OPERATIONS);
  proposal = posted?.safeTxHash ?? "";
  expect(new URL(page.url()).pathname).toBe(`${HOME}/proposals/${proposal}`);
});

test("a wallet that declines, and one that signs another nonce, leave nothing behind", async ({ owner }) => {
  const first = await owner(1);
  await first.page.goto(`${HOME}/proposals/${proposal}`);
  await signIn(first);
  const { verdict, sign, alert, signatures } = proposalPage(first.page);
  await expect(verdict).toContainText("All sources agree on the hash");

  first.wallet.temper = "declines";
  await sign.click();
  await expect(alert).toHaveText("Not signed. You declined in the wallet.");
  await expect(sign).toBeEnabled();

  first.wallet.temper = "tampers";
  await sign.click();
  await expect(alert).toContainText("is no signature of");
  await expect(alert).toContainText("It was not stored.");
  await expect(signatures).toContainText("0 of 2");
  await first.page.reload();
  await expect(signatures).toContainText("0 of 2");
  expect(first.wallet.acts).toEqual(["personal_sign", "eth_signTypedData_v4", "eth_signTypedData_v4"]);
});

test("two owners sign in two browsers, the second executes, both see it live, and the next tick holds", async ({
  owner,
  database,
}) => {
  const first = await owner(1);
  await first.page.goto(`${HOME}/proposals/${proposal}`);
  await signIn(first);
  await markOpened(first.page);
  const one = proposalPage(first.page);
  await one.sign.click();
  await expect(one.signatures).toContainText("1 of 2");
  await expect(one.state).toHaveText("Partly signed", RECORDED);
  await expect(one.panel).toContainText("You have signed.");

  const second = await owner(2);
  await second.page.goto(`${HOME}/proposals/${proposal}`);
  await signIn(second);
  await markOpened(second.page);
  const two = proposalPage(second.page);
  await expect(two.signatures).toContainText("1 of 2");
  await two.sign.click();
  await expect(two.signatures).toContainText("2 of 2");
  await expect(one.signatures).toContainText("2 of 2");
  await two.execute.click();
  for (const { state } of [one, two]) await expect(state).toHaveText("Executed", RECORDED);
  expect(second.wallet.acts).toEqual(["personal_sign", "eth_signTypedData_v4", "eth_sendTransaction"]);

  const { executedBlock } = (await proposalByHash(database.db, proposal as `0x${string}`)) ?? {};
  const after = async () => {
    const ticks = await listTicks(database.db, { account: OPERATIONS, limit: 50 });
    return ticks.filter(
      ({ blockNumber, outcome }) => blockNumber > (executedBlock ?? 0n) && outcome !== null,
    );
  };
  await expect.poll(async () => (await after()).length, RECORDED).toBeGreaterThan(0);
  expect(new Set((await after()).map(({ outcome }) => outcome))).toEqual(new Set(["held"]));

  const main = first.page.getByRole("navigation", { name: "Main" });
  await main.getByRole("link", { name: "Overview" }).click();
  const lately = first.page.getByRole("region", { name: "Lately" }).getByRole("listitem");
  await expect(lately.first()).toContainText("Held");
  await expect(lately.filter({ hasText: "Executed" })).toHaveCount(1);
  for (const { page } of [first, second]) expect(await neverReloaded(page)).toBe(true);
});
