import { readFileSync } from "node:fs";
import { routeId, venueId } from "@ballast/core";
import { describe, expect, it } from "vitest";
import { DeploymentInvalid, type DeploymentProblem } from "./DeploymentInvalid.ts";
import { parseDeployment } from "./parseDeployment.ts";

const DEVNET = readFileSync(new URL("./devnet.json", import.meta.url), "utf8");

/** Any JSON, walked by name; a list by its places. */
type Json = { [key: string]: Json };

/** The devnet's file with one change. */
function changed(change: (file: Json) => unknown): string {
  const file = JSON.parse(DEVNET) as Json;
  change(file);
  return JSON.stringify(file);
}

function problemsOf(text: string): readonly DeploymentProblem[] {
  try {
    parseDeployment(text, "mine.json");
  } catch (error) {
    if (error instanceof DeploymentInvalid) return error.problems;
    throw error;
  }
  return [];
}

const at = (file: Json, path: string): Json =>
  path.split(".").reduce<Json>((here, key) => here[key] ?? {}, file);
const listAt = (file: Json, path: string) => at(file, path) as unknown as Json[];
const textAt = (file: Json, path: string) => String(at(file, path));
const set = (path: string, key: string, value: unknown) => (file: Json) =>
  Reflect.set(at(file, path), key, value);
const top = (key: string, value: unknown) => (file: Json) => Reflect.set(file, key, value);
const rename = (from: string, to: string) => (file: Json) => {
  Reflect.set(file, to, file[from]);
  Reflect.deleteProperty(file, from);
};

const WETH = textAt(JSON.parse(DEVNET) as Json, "assets.0.address");
const FLIPPED = WETH.replace(/[a-f]/, (letter) => letter.toUpperCase());

describe("parseDeployment", () => {
  it("reads numbers as bigint and addresses in lower case", () => {
    const deployment = parseDeployment(DEVNET);
    expect(deployment.chainId).toBe(31337n);
    expect(deployment.assets[0]).toMatchObject({ id: "WETH", address: WETH.toLowerCase(), decimals: 18n });
    expect(deployment.feeds[0]).toMatchObject({ id: "ETH/USD", decimals: 8n, heartbeat: 120n });
    expect(deployment.routes[routeId("uniswap-v3")]).toMatchObject({ pools: [{ fee: 100n }, { fee: 500n }] });
    expect(
      JSON.stringify(deployment, (_, value) => (typeof value === "bigint" ? `${value}` : value)),
    ).not.toMatch(/"0x[0-9a-f]*[A-F]/);
  });

  it("leaves out what the file leaves out", () => {
    const deployment = parseDeployment(
      changed((file) => {
        Reflect.deleteProperty(file, "genesisHash");
        Reflect.deleteProperty(at(file, "venues"), "lido");
        Reflect.deleteProperty(at(file, "venues.etherfi"), "eETH");
        Reflect.deleteProperty(at(file, "routes"), "uniswap-v3");
      }),
    );
    expect("genesisHash" in deployment).toBe(false);
    expect(Object.keys(deployment.venues)).toEqual(["eigenlayer", "etherfi", "idle"]);
    const etherfi = Object.keys(deployment.venues[venueId("etherfi")] ?? {});
    expect(etherfi).toContain("weETH");
    expect(etherfi).not.toContain("eETH");
    expect(deployment.routes).toEqual({});
    expect(deployment.citations).toEqual({});
  });

  it.each<[string, (file: Json) => unknown, string, RegExp]>([
    ["a renamed field: the old name is missing", rename("multicall", "multicall3"), "multicall", /required/],
    [
      "a renamed field: the new name is unknown",
      rename("multicall", "multicall3"),
      "(the whole file)",
      /"multicall3" \(did you mean "multicall"\?\)/,
    ],
    [
      "a misspelt field deep down",
      set("feeds.0", "heartBeatSeconds", "5"),
      "feeds[0]",
      /did you mean "heartbeatSeconds"/,
    ],
    ["an unknown venue", set("venues", "lidoo", {}), "venues", /did you mean "lido"/],
    [
      "an unknown contract of a venue",
      set("venues.lido", "steth", {}),
      "venues.lido",
      /did you mean "stETH"/,
    ],
    ["an unknown route", set("routes", "uniswap-v4", {}), "routes", /did you mean "uniswap-v3"/],
    ["another schema", top("schema", "ballast/deployment/2"), "schema", /ballast\/deployment\/1/],
    ["a name with spaces", top("name", "My net"), "name", /lower-case/],
    ["a chain id as a number", top("chainId", 31337), "chainId", /in quotes/],
    ["a chain id of zero", top("chainId", "0"), "chainId", /from 1 to/],
    ["a chain id in hex", top("chainId", "0x1"), "chainId", /decimal/],
    ["a short genesis hash", top("genesisHash", "0x12"), "genesisHash", /64 hex digits/],
    [
      "an address with a wrong checksum",
      set("assets.0", "address", FLIPPED),
      "assets[0].address",
      /checksum.*written 0x/,
    ],
    [
      "an address without a checksum",
      set("assets.0", "address", WETH.toLowerCase()),
      "assets[0].address",
      /checksum/,
    ],
    ["a short address", top("multicall", "0x1234"), "multicall", /40 hex digits/],
    ["the zero address", top("multicall", `0x${"0".repeat(40)}`), "multicall", /zero address/],
    ["an address that is no text", top("multicall", 7), "multicall", /in quotes/],
    ["another Safe version", set("safe", "version", "1.3.0"), "safe.version", /1\.4\.1/],
    [
      "a missing Safe contract",
      set("safe.contracts", "multiSendCallOnly", undefined),
      "safe.contracts.multiSendCallOnly",
      /required/,
    ],
    [
      "a code hash of 31 bytes",
      set("safe.contracts.safe", "codeHash", `0x${"a".repeat(62)}`),
      "safe.contracts.safe.codeHash",
      /64/,
    ],
    [
      "a missing contract of a venue",
      set("venues.lido", "wstETH", undefined),
      "venues.lido.wstETH",
      /required/,
    ],
    [
      "an empty citation",
      set("venues.lido.wstETH", "citation", ""),
      "venues.lido.wstETH.citation",
      /not be empty/,
    ],
    ["37 decimals", set("assets.0", "decimals", "37"), "assets[0].decimals", /from 0 to 36/],
    [
      "decimals with a leading zero",
      set("assets.0", "decimals", "018"),
      "assets[0].decimals",
      /leading zero/,
    ],
    ["no assets", top("assets", []), "assets", /at least one/],
    ["the chain's own coin as an asset", set("assets.0", "id", "ETH"), "assets[0].id", /chain's own coin/],
    ["an asset id with a dash", set("assets.0", "id", "W-ETH"), "assets[0].id", /letters and digits/],
    [
      "a feed without a heartbeat",
      set("feeds.0", "heartbeatSeconds", "0"),
      "feeds[0].heartbeatSeconds",
      /from 1 to/,
    ],
    [
      "a heartbeat of more than a week",
      set("feeds.0", "heartbeatSeconds", "604801"),
      "feeds[0].heartbeatSeconds",
      /604800/,
    ],
    ["a feed id that names no pair", set("feeds.0", "id", "ETHUSD"), "feeds[0].id", /BASE\/QUOTE/],
    [
      "a pool fee of 100 %",
      set("routes.uniswap-v3.pools.0", "fee", "1000000"),
      "routes.uniswap-v3.pools[0].fee",
      /999999/,
    ],
    [
      "a symbol with a control character",
      set("assets.0", "symbol", "WETH\u202e\u0007"),
      "assets[0].symbol",
      /control/,
    ],
    ["a name that is no text", set("assets.0", "name", null), "assets[0].name", /text/],
    ["a list for an object", top("safe", []), "safe", /object/],
  ])("refuses %s", (_name, change, field, limit) => {
    const problem = problemsOf(changed(change)).find((one) => one.field === field);
    expect(problem?.limit).toMatch(limit);
  });

  it.each<[string, (file: Json) => unknown, string, RegExp]>([
    [
      "one address under two names",
      (file) => set("feeds.1", "address", textAt(file, "feeds.0.address"))(file),
      "feeds[1].address",
      /one name; feeds\[0\]/,
    ],
    [
      "a Safe contract's address as a token",
      (file) => set("assets.3", "address", textAt(file, "safe.contracts.safe.address"))(file),
      "assets[3].address",
      /safe\.contracts\.safe/,
    ],
    [
      "a venue's token that differs from the asset",
      (file) => set("venues.lido.wstETH", "address", textAt(file, "routes.uniswap-v3.factory"))(file),
      "venues.lido.wstETH.address",
      /assets\[1\]\.address gives wstETH/,
    ],
    [
      "an asset twice",
      (file) => listAt(file, "assets").push(at(file, "assets.0")),
      "assets[5].id",
      /once; assets\[0\]/,
    ],
    ["a feed twice", set("feeds.1", "id", "ETH/USD"), "feeds[1].id", /once; feeds\[0\]/],
    [
      "a pool of an unknown asset",
      set("routes.uniswap-v3.pools.0", "tokenB", "rETH"),
      "routes.uniswap-v3.pools[0].tokenB",
      /one of the assets/,
    ],
    [
      "a pool of an asset with itself",
      set("routes.uniswap-v3.pools.0", "tokenB", "WETH"),
      "routes.uniswap-v3.pools[0].tokenB",
      /two different/,
    ],
    [
      "a pair and fee twice",
      (file) =>
        Object.assign(at(file, "routes.uniswap-v3.pools.1"), {
          tokenA: "wstETH",
          tokenB: "WETH",
          fee: "100",
        }),
      "routes.uniswap-v3.pools[1]",
      /pools\[0\]/,
    ],
    [
      "a venue without its asset",
      (file) =>
        Reflect.set(
          file,
          "assets",
          listAt(file, "assets").filter((one) => textAt(one, "id") !== "weETH"),
        ),
      "assets",
      /etherfi needs the asset weETH/,
    ],
    [
      "a citation for nothing",
      top("citations", { "multicall.address": "a page" }),
      'citations["multicall.address"]',
      /path of an address/,
    ],
  ])("refuses %s", (_name, change, field, limit) => {
    const problem = problemsOf(changed(change)).find((one) => one.field === field);
    expect(problem?.limit).toMatch(limit);
  });

  it("takes a router that is also the deadline checker, and one that is not", () => {
    expect(problemsOf(DEVNET)).toEqual([]);
    const other = "0x68b3465833fb72A70ecDF485E0e4C7bD8665Fc45";
    expect(problemsOf(changed(top("deadlineChecker", other)))).toEqual([]);
  });

  it("takes citations of addresses in the file", () => {
    const text = changed(top("citations", { multicall: "a page", "feeds[0].address": "another" }));
    expect(parseDeployment(text).citations).toEqual({ multicall: "a page", "feeds[0].address": "another" });
  });

  it("names every problem at once, with the file, the field, the value and the limit", () => {
    const text = changed((file) => {
      Reflect.set(file, "chainId", "zero");
      Reflect.set(file, "multicall", "0x12");
    });
    expect(problemsOf(text)).toHaveLength(2);
    expect(() => parseDeployment(text, "mine.json")).toThrow(
      /mine\.json.*\n {2}chainId: .*"zero"\n {2}multicall: .*"0x12"/,
    );
  });

  it.each([
    ["no JSON", "schema: ballast"],
    ["nothing", ""],
    ["a list", "[]"],
    ["a number", "12"],
    ["a file that is too large", `"${"x".repeat(1_048_577)}"`],
  ])("refuses %s", (_name, text) => {
    expect(problemsOf(text)[0]?.field).toBe("(the whole file)");
  });

  it("shortens a long value", () => {
    const [problem] = problemsOf(changed(top("multicall", "y".repeat(500))));
    expect(problem?.value.length).toBe(80);
  });
});
