import { z } from "zod";
import { EnvError } from "./EnvError.ts";

const ADDRESS = /^0x[0-9a-f]{40}$/;

const addresses = z
  .string()
  .default("")
  .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ""))
  .transform((parts) => parts.map((part) => part.toLowerCase()))
  .refine((parts) => parts.every((part) => ADDRESS.test(part)), {
    error: "must be addresses (0x and 40 hex digits), separated by commas",
  });

const httpUrl = (what: string) =>
  z.url({ protocol: /^https?$/, error: `must be ${what}, for example http://127.0.0.1:3000` });

const schema = z.object({
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error:
      "must be the admin role's Postgres address, for example postgres://ballast_admin:…@127.0.0.1:5432/ballast",
  }),
  BALLAST_SESSION_SECRET: z
    .string({ error: "must be set to at least 32 random characters; `openssl rand -hex 32` makes one" })
    .min(32, { error: "must have at least 32 characters; `openssl rand -hex 32` makes one" }),
  BALLAST_PUBLIC_URL: httpUrl("the address people open in the browser"),
  BALLAST_DEVNET_RPC: httpUrl("the local chain's address as the browser reaches it").optional(),
  BALLAST_OPERATORS: addresses,
  BALLAST_POLICY_AUTHORS: addresses,
  BALLAST_VIEWERS: addresses,
});

/** What the admin is told from outside. Addresses are lower-case. */
export type Env = {
  readonly databaseUrl: string;
  readonly sessionSecret: string;
  readonly publicUrl: URL;
  /** Only a devnet build has one. */
  readonly devnetRpc: URL | null;
  readonly operators: readonly string[];
  readonly policyAuthors: readonly string[];
  readonly viewers: readonly string[];
};

/** Reads the environment of one kind of build. Throws EnvError naming each variable that is missing or wrong. */
export function parseEnv(source: Readonly<Record<string, string | undefined>>, devnetBuild: boolean): Env {
  const parsed = schema.safeParse(withoutEmpty(source));
  const problems = parsed.success ? [] : parsed.error.issues.map(toProblem);
  if (devnetBuild && (source.BALLAST_DEVNET_RPC ?? "") === "") {
    problems.push({
      name: "BALLAST_DEVNET_RPC",
      problem: "is needed by a devnet build: the local chain's address, for example http://127.0.0.1:8545",
    });
  }
  if (!parsed.success || problems.length > 0) throw new EnvError(problems);
  const { data } = parsed;
  return {
    databaseUrl: data.DATABASE_URL,
    sessionSecret: data.BALLAST_SESSION_SECRET,
    publicUrl: new URL(data.BALLAST_PUBLIC_URL),
    devnetRpc: devnetBuild && data.BALLAST_DEVNET_RPC ? new URL(data.BALLAST_DEVNET_RPC) : null,
    operators: data.BALLAST_OPERATORS,
    policyAuthors: data.BALLAST_POLICY_AUTHORS,
    viewers: data.BALLAST_VIEWERS,
  };
}

function withoutEmpty(source: Readonly<Record<string, string | undefined>>) {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
}

function toProblem(issue: z.core.$ZodIssue) {
  return { name: String(issue.path[0] ?? "environment"), problem: issue.message };
}
