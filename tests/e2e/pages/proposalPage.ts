import { expect, type Locator, type Page } from "@playwright/test";

/** The parts of a proposal's page, by role and name. */
export function proposalPage(page: Page) {
  const panel = page.getByRole("region", { name: "Verify and sign" });
  return {
    state: page.getByTestId("proposal-state"),
    why: page.getByRole("region", { name: "Why now" }),
    signatures: page.getByRole("region", { name: "Signatures" }),
    panel,
    verdict: panel.getByTestId("hash-verdict"),
    alert: panel.getByRole("alert"),
    sign: panel.getByRole("button", { name: "Sign with wallet" }),
    execute: panel.getByRole("button", { name: "Execute with wallet" }),
  };
}

/** The value beside a label in a list of figures. */
export function figure(list: Locator, label: RegExp): Locator {
  return list.getByRole("term").filter({ hasText: label }).locator("xpath=following-sibling::dd");
}

/** An amount as shown, in units of its last decimal: `+1,239.5001 ETH` is 12395001n. */
export async function shownAmount(value: Locator): Promise<bigint> {
  await expect(value).toHaveText(/^[+−-]?[\d,]+\.\d{4}\sETH$/);
  const text = (await value.textContent()) ?? "";
  const digits = BigInt(text.replace(/\D/g, ""));
  return /^[−-]/.test(text) ? -digits : digits;
}
