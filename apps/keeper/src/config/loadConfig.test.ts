import { describe, expect, test } from "vitest";
import { ConfigError } from "./configError.ts";
import { loadConfig } from "./loadConfig.ts";
import type { OptionName } from "./options.ts";

const problemsOf = (names: readonly OptionName[], env: Record<string, string>) => {
  try {
    loadConfig(names, { flags: {}, env });
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error("expected a ConfigError");
};

describe("loadConfig", () => {
  test("a flag wins over the environment, the environment over the default", () => {
    const read = (flags: Record<string, string>, env: Record<string, string>) =>
      loadConfig(["deployment"], { flags, env }).deployment;
    expect(read({ deployment: "a.json" }, { BALLAST_DEPLOYMENT: "devnet" })).toBe("a.json");
    expect(read({}, { BALLAST_DEPLOYMENT: "devnet" })).toBe("devnet");
    expect(read({}, {})).toBe("mainnet");
  });

  test("endpoints are split at commas", () => {
    const { rpcUrls } = loadConfig(["rpcUrls"], {
      flags: {},
      env: { RPC_URLS: "http://a.test, https://b.test" },
    });
    expect(rpcUrls).toEqual(["http://a.test", "https://b.test"]);
  });

  const bad: readonly { name: string; env: Record<string, string>; setting: OptionName; says: RegExp }[] = [
    {
      name: "one endpoint is not enough",
      env: { RPC_URLS: "http://a.test" },
      setting: "rpcUrls",
      says: /RPC_URLS.*at least two/s,
    },
    {
      name: "a port beyond 65535",
      env: { BALLAST_HEALTH_PORT: "65536" },
      setting: "healthPort",
      says: /BALLAST_HEALTH_PORT.*from 0 to 65535, got "65536"/s,
    },
    {
      name: "a lease of no time",
      env: { BALLAST_LEASE_SECONDS: "0" },
      setting: "leaseSeconds",
      says: /from 1 to 3600, got "0"/,
    },
    {
      name: "an unknown log level",
      env: { BALLAST_LOG_LEVEL: "loud" },
      setting: "logLevel",
      says: /BALLAST_LOG_LEVEL/,
    },
    { name: "a missing database", env: {}, setting: "databaseUrl", says: /DATABASE_URL.*is not set/s },
  ];
  test.each(bad)("$name is refused with the setting's name", ({ env, setting, says }) => {
    expect(problemsOf([setting], env).message).toMatch(says);
  });

  test("a secret's value never appears in the message", () => {
    const error = problemsOf(["databaseUrl"], { DATABASE_URL: "mysql://user:hunter2@db" });
    expect(error.message).toContain("DATABASE_URL");
    expect(error.message).not.toContain("hunter2");
  });

  test("all problems are reported together", () => {
    expect(problemsOf(["databaseUrl", "rpcUrls"], {}).problems).toHaveLength(2);
  });
});
