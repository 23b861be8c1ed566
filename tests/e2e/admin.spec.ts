import { gzipSync } from "node:zlib";
import { expect, type Page } from "@playwright/test";
import { OPERATIONS, RESERVE, SCREENS } from "./pages/screens.ts";
import { expectNoSidewaysScroll, PHONE } from "./pages/sidewaysScroll.ts";
import { signIn } from "./pages/signIn.ts";
import { test } from "./stackTest.ts";

test.use({ build: "production", story: "screens" });
test.describe.configure({ mode: "serial" });

const FIRST_LOAD_BYTES = 170_000;

test("nobody sees anything of the treasury before signing in", async ({ page }) => {
  for (const screen of SCREENS) {
    await page.goto(`${OPERATIONS}${screen}`);
    await expect(page.getByRole("heading", { name: "Sign in to Ballast" })).toBeVisible();
    expect(await page.content()).not.toMatch(/Meridian|wstETH/);
  }
  expect((await page.request.get("/api/changes")).status()).toBe(401);
});

test("only the page's own scripts run, nothing comes from elsewhere, and no screen breaks the policy", async ({
  owner,
  stack,
}) => {
  const first = await owner(1);
  const { page } = first;
  const violations: string[] = [];
  await page.exposeFunction("reportViolation", (text: string) => violations.push(text));
  await page.addInitScript({
    content: `addEventListener("securitypolicyviolation", (event) => reportViolation(event.violatedDirective + " " + event.sourceFile))`,
  });
  const elsewhere: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(stack.address) && !request.url().startsWith("data:"))
      elsewhere.push(request.url());
  });
  await page.goto(OPERATIONS);
  await signIn(first);
  for (const screen of SCREENS) {
    const response = await page.goto(`${OPERATIONS}${screen}`);
    const policy = response?.headers()["content-security-policy"] ?? "";
    const script = policy.split("; ").find((directive) => directive.startsWith("script-src"));
    expect(script).toMatch(/^script-src 'nonce-[A-Za-z0-9+/=]{24}' 'strict-dynamic'$/);
    expect(policy).not.toMatch(/unsafe|https?:/);
    await expect(page.getByRole("main")).toContainText(/\S/);
  }
  await page
    .getByRole("textbox", { name: "Cooldown" })
    .or(page.getByRole("button", { name: "Verify the log" }))
    .waitFor();
  expect(violations).toEqual([]);
  expect(elsewhere).toEqual([]);
});

test("no screen sends more script than its budget at first load", async ({ owner }) => {
  const first = await owner(1);
  await first.page.goto(OPERATIONS);
  await signIn(first);
  for (const screen of SCREENS) {
    expect(await firstLoadBytes(first.page, `${OPERATIONS}${screen}`), screen).toBeLessThan(FIRST_LOAD_BYTES);
  }
});

/** Script of the first HTML, gzipped. */
async function firstLoadBytes({ request }: Page, path: string): Promise<number> {
  const html = await (await request.get(path)).text();
  const scripts = [...html.matchAll(/<script src="([^"]+)"([^>]*)>/g)].filter(
    ([, , rest]) => !/nomodule/i.test(rest ?? ""),
  );
  const sizes = [...new Set(scripts.map(([, source]) => source ?? ""))].map(
    async (source) => gzipSync(await (await request.get(source)).body()).byteLength,
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

test("the keyboard reaches every screen, and a phone shows each without scrolling sideways", async ({
  owner,
}) => {
  const first = await owner(1);
  const { page } = first;
  await page.goto(OPERATIONS);
  await signIn(first);
  await page.goto(OPERATIONS);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  for (const [key, path] of [
    ["p", "/positions"],
    ["l", "/policies"],
    ["r", "/proposals"],
    ["a", "/activity"],
    ["o", ""],
  ] as const) {
    await page.keyboard.press("g");
    await page.keyboard.press(key);
    await page.waitForURL(`**${OPERATIONS}${path}`);
  }
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await page.keyboard.press("Escape");

  await page.setViewportSize(PHONE);
  for (const screen of SCREENS) {
    await page.goto(`${OPERATIONS}${screen}`);
    await expect(page.getByRole("navigation", { name: "Screens" })).toBeVisible();
    await expectNoSidewaysScroll(page, screen);
    const title = page.getByRole("banner").locator("b").first();
    const cut = await title.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    expect(cut, `${screen}: px of its name that the bar has no room for`).toBeLessThanOrEqual(0);
  }
});

test("a policy is written in form and YAML, told what is wrong, and approved by two owners", async ({
  owner,
}) => {
  const author = await owner(1);
  const { page } = author;
  await page.goto(`${RESERVE}/policies`);
  await signIn(author);
  await page.getByRole("link", { name: "New version" }).click();

  await page.getByRole("textbox", { name: "Cooldown" }).fill("soon");
  const wrong = page.getByRole("region", { name: "To put right" });
  await expect(wrong).toContainText("pace.cooldown");
  await expect(wrong).toContainText('"soon"');
  await expect(page.getByRole("button", { name: "Request approvals" })).toBeDisabled();
  await page.getByRole("textbox", { name: "Cooldown" }).fill("25m");
  await page.getByRole("button", { name: "YAML" }).click();
  const yaml = page.getByRole("textbox", { name: "Policy as YAML" });
  await expect(yaml).toHaveValue(/cooldown: 25m/);
  await yaml.fill((await yaml.inputValue()).replace("dwell: 1h", "dwell: 2h"));
  const changes = page.getByRole("region", { name: "Changes against policy 1" });
  await expect(changes).toContainText("pace.cooldown");
  await expect(changes).toContainText("pace.dwell");
  await expect(changes).toContainText("As a whole it loosens");
  await expect(changes.getByText("Looser", { exact: true })).toHaveCount(3);
  await page.getByRole("button", { name: "Form" }).click();
  await expect(page.getByRole("textbox", { name: "Dwell" })).toHaveValue("2h");
  await page.getByRole("button", { name: "Request approvals" }).click();

  const approvals = page.getByRole("region", { name: "Approvals" });
  await expect(approvals).toContainText("It loosens the version that it replaces");
  await page.getByRole("button", { name: "Approve policy 2" }).click();
  await expect(approvals).toContainText("1 of 2");
  const second = await owner(2);
  await second.page.goto(page.url());
  await signIn(second);
  await second.page.getByRole("button", { name: "Approve policy 2" }).click();
  await expect(second.page.getByRole("region", { name: "Approvals" })).toContainText("2 of 2");
  await expect(approvals).toContainText("2 of 2");
});

test("the activity shows who did it, and its hashes hold together", async ({ owner }) => {
  const first = await owner(1);
  const { page } = first;
  await page.goto(`${OPERATIONS}/activity`);
  await signIn(first);
  const log = page.getByRole("region", { name: "Activity" });
  await expect(log.getByRole("row", { name: /policy approved/i }).first()).toBeVisible();
  await expect(log.getByRole("row", { name: /policy published/i })).toHaveCount(1);
  await page.getByRole("button", { name: "Verify the log" }).click();
  await expect(log).toContainText("Intact");
});

for (const [where, viewport, home] of [
  ["a desk", null, OPERATIONS],
  ["a phone", PHONE, RESERVE],
] as const) {
  test(`a guard that was left out and an operator's cap are set in the form and published, on ${where}`, async ({
    owner,
  }) => {
    const author = await owner(1);
    const { page } = author;
    if (viewport !== null) await page.setViewportSize(viewport);
    await page.goto(`${home}/policies/new`);
    await signIn(author);
    const guard = page.getByRole("region", { name: "Withdrawal stuck" });
    await expect(guard).toContainText("Left out of the policy");
    await guard.getByRole("button", { name: "Set Withdrawal stuck" }).click();
    const late = guard.getByRole("textbox", { name: "Blocks late" });
    await expect(late).toHaveValue("50");
    await late.fill("soon");
    await expect(guard.getByRole("alert")).toContainText('guards.ticketStuck.after is "soon"');
    await late.fill("30");
    await expect(guard.getByRole("alert")).toHaveCount(0);

    const caps = page.getByRole("region", { name: "Operator caps" });
    const most = caps.getByRole("textbox", { name: "Maximum" }).first();
    await expect(most).toHaveValue("9%");
    await most.fill("120%");
    await expect(caps.getByRole("alert")).toContainText("caps.operators[0].max");
    await expect(page.getByRole("button", { name: "Request approvals" })).toBeDisabled();
    await expectNoSidewaysScroll(page, "the policy editor");
    await most.fill("8%");
    await expect(caps.getByRole("alert")).toHaveCount(0);
    await expect(caps).toContainText("was 9%");

    await page.getByRole("button", { name: "YAML" }).click();
    const yaml = page.getByRole("textbox", { name: "Policy as YAML" });
    await expect(yaml).toHaveValue(/ticketStuck:\n +after: 30\n/);
    await page.getByRole("button", { name: "Form" }).click();
    await expect(late).toHaveValue("30");
    await expect(most).toHaveValue("8%");
    await page.getByRole("button", { name: "Request approvals" }).click();
    const changes = page.getByRole("region", { name: /^Changes against policy \d+$/ });
    await page.waitForURL(/\/policies\/0x[0-9a-f]{64}$/);
    await expect(changes).toContainText("guards.ticketStuck");
    await expect(changes).toContainText("caps.operators");
    await expectNoSidewaysScroll(page, "the published policy");
  });
}
