import { describe, expect, test } from "vitest";
import { EnvError } from "./EnvError.ts";
import { parseEnv } from "./parseEnv.ts";

const GOOD = {
  DATABASE_URL: "postgres://ballast_admin:secret@127.0.0.1:5432/ballast",
  BALLAST_SESSION_SECRET: "0123456789abcdef0123456789abcdef",
  BALLAST_PUBLIC_URL: "http://127.0.0.1:3000",
};

function problemsOf(source: Record<string, string | undefined>, devnetBuild = false) {
  try {
    parseEnv(source, devnetBuild);
    return [];
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    return error.problems.map(({ name }) => name);
  }
}

describe("the admin's environment", () => {
  test.each([
    ["a full environment is taken", {}, []],
    ["without a database address it names DATABASE_URL", { DATABASE_URL: undefined }, ["DATABASE_URL"]],
    ["an empty value is a missing value", { DATABASE_URL: "" }, ["DATABASE_URL"]],
    ["a MySQL address is refused", { DATABASE_URL: "mysql://x@y/z" }, ["DATABASE_URL"]],
    [
      "a secret of 31 characters is refused",
      { BALLAST_SESSION_SECRET: "x".repeat(31) },
      ["BALLAST_SESSION_SECRET"],
    ],
    [
      "a public address without scheme is refused",
      { BALLAST_PUBLIC_URL: "localhost" },
      ["BALLAST_PUBLIC_URL"],
    ],
    ["an operator that is no address is refused", { BALLAST_OPERATORS: "0x12,alice" }, ["BALLAST_OPERATORS"]],
    [
      "every problem is named at once",
      { DATABASE_URL: undefined, BALLAST_PUBLIC_URL: undefined },
      ["DATABASE_URL", "BALLAST_PUBLIC_URL"],
    ],
  ])("%s", (_name, change, problems) => {
    expect(problemsOf({ ...GOOD, ...change })).toEqual(problems);
  });

  test("a devnet build needs the local chain's address, a production build ignores it", () => {
    expect(problemsOf(GOOD, true)).toEqual(["BALLAST_DEVNET_RPC"]);
    expect(parseEnv({ ...GOOD, BALLAST_DEVNET_RPC: "http://127.0.0.1:8545" }, false).devnetRpc).toBeNull();
    expect(parseEnv({ ...GOOD, BALLAST_DEVNET_RPC: "http://127.0.0.1:8545" }, true).devnetRpc?.port).toBe(
      "8545",
    );
  });

  test("addresses may be separated by commas, spaces or lines and become lower-case", () => {
    const a = "0xF39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
    const b = "0x70997970c51812dc3a010c7d01b50e0d17dc79c8";
    expect(parseEnv({ ...GOOD, BALLAST_OPERATORS: `${a}, ${b}\n` }, false).operators).toEqual([
      a.toLowerCase(),
      b,
    ]);
  });

  test("a message never repeats the secret", () => {
    const secret = "short-secret";
    expect(() => parseEnv({ ...GOOD, BALLAST_SESSION_SECRET: secret }, false)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining(secret) }),
    );
  });
});
