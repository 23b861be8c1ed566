import { defineConfig } from "vitest/config";

/** Suites that need a real Postgres get one per run; `tests/setup/postgres.ts` starts it on a free port. */
const WITH_POSTGRES = ["packages/db", "packages/devnet", "apps/keeper", "apps/admin", "tests", "scripts"];
const WITHOUT_POSTGRES = ["packages/core", "packages/verify", "packages/adapters"];
const STATELESS = [...WITHOUT_POSTGRES, "packages/db"];

const project = (folder: string, globalSetup: string[]) => ({
  test: {
    name: folder,
    root: ".",
    include: [`${folder}/**/*.test.ts`, `${folder}/**/*.test.tsx`],
    exclude: ["**/node_modules/**", "**/.next/**", "tests/e2e/**"],
    globalSetup,
    // Their modules are without state: they are loaded once for all files instead of once for each.
    isolate: !STATELESS.includes(folder),
    testTimeout: 180_000,
    hookTimeout: 240_000,
  },
});

export default defineConfig({
  test: {
    reporters: ["default"],
    // Vitest would leave one core idle, which on two cores is half: files would run one after the other.
    maxWorkers: "100%",
    projects: [
      ...WITHOUT_POSTGRES.map((folder) => project(folder, [])),
      ...WITH_POSTGRES.map((folder) => project(folder, ["./tests/setup/postgres.ts"])),
    ],
  },
});
