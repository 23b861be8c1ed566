import { expect, type Page } from "@playwright/test";

/** The width and height of a phone in CSS pixels. */
export const PHONE = { width: 390, height: 844 } as const;

/** Nothing on the open page is wider than the window; `screen` names it in the failure. */
export async function expectNoSidewaysScroll(page: Page, screen: string): Promise<void> {
  const overflow = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
  expect(overflow, `${screen} is wider than the window by so many px`).toBeLessThanOrEqual(0);
}
