import { z } from "zod";

/** One setting: its environment name, its flag, its help text and how its text becomes a value. */
export type Option<T> = {
  readonly env: string;
  readonly flag: string;
  readonly help: string;
  /** A secret is never printed, not even in an error. */
  readonly secret: boolean;
  readonly schema: z.ZodType<T>;
  readonly fallback?: string;
};

const url = (protocols: readonly string[], what: string) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    message: `must be ${what}`,
  });

const wholeNumber = (limits: { readonly min: number; readonly max: number }) =>
  z
    .string()
    .regex(/^\d+$/, "must be a whole number")
    .transform(Number)
    .refine((value) => value >= limits.min && value <= limits.max, {
      message: `must be from ${limits.min} to ${limits.max}`,
    });

/** Every setting of the keeper and its command line. The only list: help, environment and types follow from it. */
export const options = {
  databaseUrl: {
    env: "DATABASE_URL",
    flag: "--database-url <url>",
    help: "Postgres, as role ballast_keeper",
    secret: true,
    schema: url(["postgres:", "postgresql:"], "a postgres:// URL"),
  },
  ownerDatabaseUrl: {
    env: "BALLAST_OWNER_DATABASE_URL",
    flag: "--owner-database-url <url>",
    help: "Postgres, as the owner of the database; only for `db migrate`",
    secret: true,
    schema: url(["postgres:", "postgresql:"], "a postgres:// URL"),
  },
  rpcUrls: {
    env: "RPC_URLS",
    flag: "--rpc-urls <urls>",
    help: "Ethereum JSON-RPC endpoints, separated by commas; two or more, from different providers",
    secret: true,
    schema: z
      .string()
      .transform((text) => text.split(",").map((part) => part.trim()))
      .pipe(
        z
          .array(url(["http:", "https:"], "http(s) URLs separated by commas"))
          .min(2, "must name at least two endpoints"),
      ),
  },
  deployment: {
    env: "BALLAST_DEPLOYMENT",
    flag: "--deployment <file>",
    help: "Contract addresses: `mainnet`, `devnet`, or a deployment file",
    secret: false,
    schema: z.string().min(1, "must not be empty"),
    fallback: "mainnet",
  },
  proposerKeyFile: {
    env: "BALLAST_PROPOSER_KEY_FILE",
    flag: "--proposer-key-file <file>",
    help: "File (mode 600) with the proposer's private key as hex",
    secret: false,
    schema: z.string().min(1, "must not be empty"),
  },
  stateDir: {
    env: "BALLAST_STATE_DIR",
    flag: "--state-dir <dir>",
    help: "Where the keeper keeps what it has acted on (policy floor), outside Postgres",
    secret: false,
    schema: z.string().min(1, "must not be empty"),
    fallback: ".ballast/keeper",
  },
  policyFloor: {
    env: "BALLAST_POLICY_FLOOR",
    flag: "--policy-floor <version>",
    help: "Lowest policy version that may be acted on",
    secret: false,
    schema: z.string().regex(/^\d+$/, "must be a whole number").transform(BigInt),
    fallback: "0",
  },
  healthPort: {
    env: "BALLAST_HEALTH_PORT",
    flag: "--health-port <port>",
    help: "Loopback port of /healthz and /metrics; 0 takes a free one",
    secret: false,
    schema: wholeNumber({ min: 0, max: 65_535 }),
    fallback: "0",
  },
  headPollMilliseconds: {
    env: "BALLAST_HEAD_POLL_MILLISECONDS",
    flag: "--head-poll-milliseconds <n>",
    help: "How often to look for a new head",
    secret: false,
    schema: wholeNumber({ min: 50, max: 60_000 }),
    fallback: "1000",
  },
  rpcTimeoutMilliseconds: {
    env: "BALLAST_RPC_TIMEOUT_MILLISECONDS",
    flag: "--rpc-timeout-milliseconds <n>",
    help: "How long one request to an endpoint may take",
    secret: false,
    schema: wholeNumber({ min: 100, max: 120_000 }),
    fallback: "10000",
  },
  solverMilliseconds: {
    env: "BALLAST_SOLVER_MILLISECONDS",
    flag: "--solver-milliseconds <n>",
    help: "How long the optimiser's solver may take for one problem; later, limits are repaired and nothing else is done",
    secret: false,
    schema: wholeNumber({ min: 50, max: 60_000 }),
    fallback: "1000",
  },
  leaseSeconds: {
    env: "BALLAST_LEASE_SECONDS",
    flag: "--lease-seconds <n>",
    help: "How long a keeper may be silent before another takes over its work",
    secret: false,
    schema: wholeNumber({ min: 1, max: 3_600 }),
    fallback: "20",
  },
  ticketHistoryBlocks: {
    env: "BALLAST_TICKET_HISTORY_BLOCKS",
    flag: "--ticket-history-blocks <n>",
    help: "How many blocks back the chain's log is read for withdrawals when none was read before",
    secret: false,
    schema: z.string().regex(/^\d+$/, "must be a whole number").transform(BigInt),
    fallback: "250000",
  },
  logLevel: {
    env: "BALLAST_LOG_LEVEL",
    flag: "--log-level <level>",
    help: "trace, debug, info, warn or error",
    secret: false,
    schema: z.enum(["trace", "debug", "info", "warn", "error"]),
    fallback: "info",
  },
} as const satisfies Record<string, Option<unknown>>;

export type OptionName = keyof typeof options;
export type OptionValue<Name extends OptionName> = z.output<(typeof options)[Name]["schema"]>;
