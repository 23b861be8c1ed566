import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { EXAMPLE_POLICY_YAML } from "@ballast/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCli } from "./runCli.ts";
import { signedBundleText } from "./signedBundleText.ts";

const DEVNET = fileURLToPath(new URL("../../packages/adapters/src/deployment/devnet.json", import.meta.url));
const SECRET = "hunter2-of-the-database";

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "ballast-cli-"));
});
afterAll(() => rm(dir, { recursive: true }));

/** A file of that text; `unchanged` fails when the command touched it. */
async function fileOf(text: string) {
  const path = join(dir, `input-${Math.trunc(performance.now() * 1e6)}`);
  await writeFile(path, text);
  return { path, unchanged: async () => expect(await readFile(path, "utf8")).toBe(text) };
}

const replaced = (text: string, [from, to]: readonly [string, string]): string => {
  if (text.split(from).length !== 2) throw new Error(`"${from}" is not there just once`);
  return text.replace(from, to);
};

describe("policy check", () => {
  test("takes a sound policy", async () => {
    const { path } = await fileOf(EXAMPLE_POLICY_YAML);
    const { code, out, err } = await runCli(["policy", "check", path]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/Policy hash 0x[0-9a-f]{64}/);
  });

  const refused: readonly {
    readonly name: string;
    readonly change: readonly [string, string];
    readonly says: readonly RegExp[];
  }[] = [
    {
      name: "a renamed field",
      change: ["slippage: 0.3%", "slipage: 0.3%"],
      says: [
        /costs\.slipage is not a field of a policy\. Did you mean slippage\?/,
        /costs\.slippage is missing/,
      ],
    },
    {
      name: "an amount in another unit",
      change: ["0.2 ETH", "0.2 USD"],
      says: [/costs\.minimumNetGain is "0\.2 USD"; it must be a number and ETH/],
    },
    {
      name: "a duration without a unit",
      change: ["payback: 30d", "payback: 30"],
      says: [/costs\.payback is .*30.*; it must be a whole number and s, m, h or d/],
    },
    {
      name: "a target above its maximum",
      change: ["target: 40%", "target: 65%"],
      says: [/universe\[0\]\.target is 65%; it must be at most the maximum 60%/],
    },
    {
      name: "a slippage beyond its limit",
      change: ["slippage: 0.3%", "slippage: 11%"],
      says: [/costs\.slippage is 11%; it must be at most 10%/],
    },
  ];
  test.each(refused)("refuses $name, naming field, value and limit", async ({ change, says }) => {
    const { path, unchanged } = await fileOf(replaced(EXAMPLE_POLICY_YAML, change));
    const { code, out } = await runCli(["policy", "check", path]);
    expect(code).toBe(1);
    for (const pattern of says) expect(out).toMatch(pattern);
    await unchanged();
  });

  test("says so in one JSON document with --json", async () => {
    const { path } = await fileOf(replaced(EXAMPLE_POLICY_YAML, ["0.2 ETH", "0.2 USD"]));
    const { code, out } = await runCli(["policy", "check", path, "--json"]);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      issues: [{ path: "costs.minimumNetGain", value: "0.2 USD", limit: expect.stringContaining("ETH") }],
    });
  });

  test("takes a file that is not there for bad usage", async () => {
    const { code, err } = await runCli(["policy", "check", join(dir, "nowhere.yaml")]);
    expect(code).toBe(2);
    expect(err).toMatch(/nowhere\.yaml cannot be read: ENOENT/);
  });
});

describe("a deployment file", () => {
  const refused: readonly {
    readonly name: string;
    readonly change: readonly [string, string];
    readonly says: readonly RegExp[];
  }[] = [
    {
      name: "a renamed field",
      change: ['"multicall"', '"multical"'],
      says: [
        /no such field: "multical" \(did you mean "multicall"\?\)/,
        /multicall: an address in quotes is required/,
      ],
    },
    {
      name: "an address whose checksum does not match",
      change: ["0xd771D7C0e1EBE89C9E9F663824851BB89b926d1a", "0xD771D7C0e1EBE89C9E9F663824851BB89b926d1a"],
      says: [/multicall: the checksum \(EIP-55\) does not match.*found "0xD771D7C0/],
    },
    {
      name: "a chain id as a JSON number",
      change: ['"chainId": "31337"', '"chainId": 31337'],
      says: [/chainId: a whole number in quotes from "1" to .*; found 31337/],
    },
  ];
  test.each(refused)("with $name is refused, naming field, value and limit", async ({ change, says }) => {
    const text = replaced(await readFile(DEVNET, "utf8"), change);
    const { path, unchanged } = await fileOf(text);
    const { code, err } = await runCli(["verify", path, "--deployment", path]);
    expect(code).toBe(1);
    expect(err).toContain(path);
    for (const pattern of says) expect(err).toMatch(pattern);
    await unchanged();
  });

  test("that is not there is bad usage", async () => {
    const { code, err } = await runCli(["verify", DEVNET, "--deployment", join(dir, "nowhere.json")]);
    expect(code).toBe(2);
    expect(err).toMatch(/nowhere\.json": ENOENT\. Give one of devnet, mainnet, or the path/);
  });
});

describe("the environment", () => {
  const sound = {
    DATABASE_URL: `postgres://ballast_keeper:${SECRET}@127.0.0.1:1/ballast`,
    RPC_URLS: "http://127.0.0.1:1,http://127.0.0.1:2",
    BALLAST_DEPLOYMENT: "devnet",
    BALLAST_PROPOSER_KEY_FILE: "/dev/null",
  };
  const refused: readonly {
    readonly name: string;
    readonly env: Readonly<Record<string, string>>;
    readonly says: RegExp;
  }[] = [
    {
      name: "one endpoint",
      env: { RPC_URLS: "http://127.0.0.1:1" },
      says: /RPC_URLS \(--rpc-urls <urls>\): must name at least two endpoints/,
    },
    {
      name: "an endpoint that is no HTTP address",
      env: { RPC_URLS: `http://127.0.0.1:1,wss://key:${SECRET}@node.test` },
      says: /RPC_URLS .*: must be http\(s\) URLs separated by commas/,
    },
    {
      name: "a database of another kind",
      env: { DATABASE_URL: `mysql://keeper:${SECRET}@127.0.0.1/ballast` },
      says: /DATABASE_URL .*: must be a postgres:\/\/ URL/,
    },
    {
      name: "a database URL that is none",
      env: { DATABASE_URL: `postgres://keeper:${SECRET}@127.0.0.1:port/ballast` },
      says: /DATABASE_URL .*: must be a postgres:\/\/ URL/,
    },
    { name: "no database", env: { DATABASE_URL: "" }, says: /DATABASE_URL .*: is not set/ },
    {
      name: "a lease of no time",
      env: { BALLAST_LEASE_SECONDS: "0" },
      says: /BALLAST_LEASE_SECONDS .*: must be from 1 to 3600, got "0"/,
    },
  ];
  test.each(refused)("with $name is bad usage; no secret is shown", async ({ env, says }) => {
    const { code, out, err } = await runCli(["doctor"], { ...sound, ...env });
    expect(code).toBe(2);
    expect(err).toMatch(says);
    expect(out + err).not.toContain(SECRET);
  });

  test("with a database that does not answer: failed or try again; no secret is shown", async () => {
    const { code, out, err } = await runCli(["explain", "latest"], sound);
    expect([1, 75]).toContain(code);
    expect(err).not.toBe("");
    expect(out + err).not.toContain(SECRET);
  });

  test("with all of it missing: every setting is named at once", async () => {
    const { code, err } = await runCli(["doctor"]);
    expect(code).toBe(2);
    for (const name of ["DATABASE_URL", "RPC_URLS", "BALLAST_PROPOSER_KEY_FILE"]) expect(err).toContain(name);
  });
});

describe("verify", () => {
  let text: string;
  beforeAll(async () => {
    text = await signedBundleText();
  });

  test("takes the bundle as the keeper signed it", async () => {
    const { path, unchanged } = await fileOf(`${text}\n`);
    const { code, out } = await runCli(["verify", path, "--deployment", "devnet"]);
    expect({ code, refused: /REFUSED/.test(out) }).toEqual({ code: 0, refused: false });
    await unchanged();
  });

  const refused: readonly {
    readonly name: string;
    readonly change: readonly [string, string];
    readonly says: RegExp;
  }[] = [
    {
      name: "a renamed field",
      change: ['"safeVersion":', '"safeVersioo":'],
      says: /Every field is there.*bundle\.safeVersion: missing.*bundle: unknown field safeVersioo/,
    },
    {
      name: "a value of another kind",
      change: ['"schema":"ballast/bundle/1"', '"schema":"ballast/bundle/2"'],
      says: /bundle\.schema: "ballast\/bundle\/2" must be "ballast\/bundle\/1"/,
    },
    {
      name: "a space that canonical bytes do not have",
      change: ['{"bundle":{', '{ "bundle":{'],
      says: /The bytes are canonical: Not canonical at character 1: /,
    },
    {
      name: "a bare number",
      change: ['"safeVersion":"1.4.1"', '"safeVersion":141'],
      says: /Not canonical at character \d+: a bare number; an integer is \{"\$int":"…"\}/,
    },
  ];
  test.each(refused)("refuses $name, naming the place", async ({ change, says }) => {
    const { path, unchanged } = await fileOf(replaced(text, change));
    const { code, out } = await runCli(["verify", path, "--deployment", "devnet"]);
    expect(code).toBe(1);
    expect(out).toMatch(says);
    await unchanged();
  });

  test("takes a file that is not there for bad usage", async () => {
    const { code, err } = await runCli(["verify", join(dir, "nowhere.json"), "--deployment", "devnet"]);
    expect(code).toBe(2);
    expect(err).toMatch(/nowhere\.json cannot be read: ENOENT/);
  });
});

describe("a command", () => {
  test.each([
    { args: ["frobnicate"], says: /unknown command 'frobnicate'/ },
    { args: ["policy", "check"], says: /missing required argument 'file'/ },
    { args: ["verify", "a", "--colour"], says: /unknown option '--colour'/ },
  ])("written as $args is bad usage and leads to --help", async ({ args, says }) => {
    const { code, err } = await runCli(args);
    expect(code).toBe(2);
    expect(err).toMatch(says);
    expect(err).toContain("--help");
  });
});
