import { cpSync } from "node:fs";
import { join } from "node:path";
import { type Connection, connect } from "@ballast/db";
import { test as base, type Page } from "@playwright/test";
import type { Build } from "./stack/build.ts";
import { type Stack, startStack } from "./stack/startStack.ts";
import { injectWallet } from "./wallet/injectWallet.ts";
import { type OwnerWallet, ownerWallet } from "./wallet/ownerWallet.ts";

/** An owner's own browser, with their own wallet and nobody signed in. */
export type OwnerBrowser = { readonly page: Page; readonly wallet: OwnerWallet };

type WorkerFixtures = {
  /** Which build of the admin the file is about. */
  readonly build: Build;
  /** Names the file's story: files that share build and story share a stack, with everything that happened on it. */
  readonly story: string;
  /** One stack for all tests of a story. */
  readonly stack: Stack;
  readonly database: Connection;
};

type TestFixtures = { readonly owner: (number: 1 | 2 | 3) => Promise<OwnerBrowser> };

const START_MS = 360_000;

/** Playwright's `test` with a real stack behind it. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  build: ["production", { option: true, scope: "worker" }],
  story: ["", { option: true, scope: "worker" }],
  stack: [
    async ({ build, story }, use, { project }) => {
      const stack = await startStack(build);
      await use(stack);
      cpSync(stack.logs, join(project.outputDir, `logs-${build}-${story}`), { recursive: true });
      await stack.stop();
    },
    { scope: "worker", timeout: START_MS },
  ],
  database: [
    async ({ stack }, use) => {
      const connection = connect({ url: stack.databaseUrl, applicationName: "e2e", max: 2 });
      await use(connection);
      await connection.close();
    },
    { scope: "worker" },
  ],
  baseURL: ({ stack }, use) => use(stack.address),
  owner: async ({ browser, stack }, use) => {
    const contexts: { close(): Promise<void> }[] = [];
    await use(async (number) => {
      const context = await browser.newContext({ baseURL: stack.address });
      contexts.push(context);
      const wallet = ownerWallet({ owner: number, rpc: stack.rpc });
      await injectWallet(context, wallet);
      return { page: await context.newPage(), wallet };
    });
    for (const context of contexts) await context.close();
  },
});
