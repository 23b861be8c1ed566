import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { routeId } from "@ballast/core";
import { encodeAbiParameters, getCreate2Address, keccak256 } from "viem";
import { afterAll, describe, expect, it } from "vitest";
import { assetOf } from "../assetOf.ts";
import { DeploymentInvalid } from "./DeploymentInvalid.ts";
import { DeploymentNotFound } from "./DeploymentNotFound.ts";
import { loadDeployment } from "./loadDeployment.ts";
import { namedAddresses } from "./namedAddresses.ts";
import type { DeployedPool, Deployment } from "./types.ts";

const folder = mkdtempSync(join(tmpdir(), "ballast-deployment-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** keccak256 of UniswapV3Pool's creation code (Uniswap/v3-periphery contracts/libraries/PoolAddress.sol). */
const POOL_CODE = "0xe34f199b19b2b4f47f68442619d555527d244f78a3297ea89325f843f87b8b54";

/** Where the factory puts a pool: CREATE2 with the pair and fee as salt. */
function poolAddress(pool: DeployedPool, deployment: Deployment): string {
  const factory = deployment.routes[routeId("uniswap-v3")]?.factory ?? "0x";
  const [token0, token1] = [pool.tokenA, pool.tokenB]
    .map((id) => assetOf(deployment, id)?.address ?? "0x")
    .toSorted();
  const parts = [{ type: "address" }, { type: "address" }, { type: "uint24" }] as const;
  const salt = keccak256(encodeAbiParameters(parts, [token0 ?? "0x", token1 ?? "0x", Number(pool.fee)]));
  return getCreate2Address({ from: factory, salt, bytecodeHash: POOL_CODE }).toLowerCase();
}

describe("loadDeployment", () => {
  it.each([
    ["devnet", 31337n],
    ["mainnet", 1n],
  ])("has %s built in", (name, chainId) => {
    expect(loadDeployment(name)).toMatchObject({ name, chainId });
  });

  it.each(["devnet", "mainnet"])("has every Uniswap pool of %s where its factory puts it", (name) => {
    const deployment = loadDeployment(name);
    const pools = deployment.routes[routeId("uniswap-v3")]?.pools ?? [];
    expect(pools.length).toBeGreaterThan(0);
    for (const pool of pools) expect(pool.address).toBe(poolAddress(pool, deployment));
  });

  it("says of every mainnet address where it is documented", () => {
    const deployment = loadDeployment("mainnet");
    const uncited = namedAddresses(deployment).filter(
      ({ field }) => !field.startsWith("venues.") && deployment.citations[field] === undefined,
    );
    expect(uncited).toEqual([]);
  });

  it("reads a file", () => {
    const path = join(folder, "mine.json");
    writeFileSync(path, JSON.stringify({ schema: "ballast/deployment/1" }));
    expect(() => loadDeployment(path)).toThrow(DeploymentInvalid);
    expect(() => loadDeployment(path)).toThrow(path);
  });

  it.each([join(folder, "absent.json"), folder, "Mainnet", "toString", ""])(
    "finds no deployment %j",
    (name) => {
      expect(() => loadDeployment(name)).toThrow(DeploymentNotFound);
      expect(() => loadDeployment(name)).toThrow(/devnet, mainnet/);
    },
  );
});
