/** What one folder of the workspace may import. The table of the architecture, as data. */
export type House = {
  /** Folder from the root. */
  readonly folder: string;
  /** Packages of the workspace that it may import. */
  readonly workspace: readonly string[];
  /** When given, the only npm packages that it may import; otherwise those its package.json lists. */
  readonly npm?: readonly string[];
  /** It must run in a browser: no Node built-ins. */
  readonly browser?: boolean;
  /** Packages that only part of the folder may import: name (or scope) → paths below the house, each a start of a path. */
  readonly within?: Readonly<Record<string, readonly string[]>>;
};

export const HOUSES: readonly House[] = [
  {
    folder: "packages/core",
    workspace: [],
    npm: ["zod", "yaml", "@noble/hashes"],
    browser: true,
    within: { zod: ["src/policy/"], yaml: ["src/policy/"] },
  },
  {
    folder: "packages/verify",
    workspace: [],
    npm: ["zod", "@noble/hashes", "@noble/curves"],
    browser: true,
  },
  {
    folder: "packages/adapters",
    workspace: ["@ballast/core"],
    within: { "@safe-global": ["src/rails/safe/"] },
  },
  { folder: "packages/db", workspace: ["@ballast/core"], npm: ["drizzle-orm", "postgres"] },
  { folder: "packages/devnet", workspace: ["@ballast/core", "@ballast/adapters", "@ballast/db"] },
  {
    folder: "apps/keeper",
    workspace: ["@ballast/core", "@ballast/adapters", "@ballast/db", "@ballast/verify"],
    within: { "@safe-global": [], highs: ["src/optimise/"] },
  },
  {
    folder: "apps/admin",
    workspace: ["@ballast/core", "@ballast/db", "@ballast/verify"],
    within: { "@safe-global": [] },
  },
];
