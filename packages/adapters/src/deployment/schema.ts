import type { AssetId, Seconds } from "@ballast/core";
import { z } from "zod";
import { adapters } from "../registry.ts";
import { address, exactly, hash32, identifier, integer, text } from "./fields.ts";

const assetId = identifier(
  /^[A-Za-z][A-Za-z0-9]{0,19}$/,
  "an asset id is 1 to 20 letters and digits and begins with a letter",
).transform((id) => id as AssetId);

const hashed = exactly({ address, codeHash: hash32 });
const cited = exactly({ address, citation: text(500) });

const safe = exactly({
  version: z.literal("1.4.1", "this build knows Safe version 1.4.1"),
  contracts: exactly({
    safe: hashed,
    safeL2: hashed,
    proxyFactory: hashed,
    multiSend: hashed,
    multiSendCallOnly: hashed,
    fallbackHandler: hashed,
    signMessageLib: hashed,
    createCall: hashed,
    simulateTxAccessor: hashed,
  }),
});

const asset = exactly({
  id: assetId.refine((id) => id !== "ETH", "ETH is the chain's own coin and has no contract; list WETH"),
  address,
  decimals: integer(0n, 36n),
  symbol: text(20),
  name: text(80),
});

const feed = exactly({
  id: identifier(/^[A-Za-z0-9]{1,20}\/[A-Za-z0-9]{1,20}$/, "a feed id is BASE/QUOTE, for example stETH/ETH"),
  address,
  decimals: integer(0n, 36n),
  heartbeatSeconds: integer(1n, 604_800n).transform((seconds) => seconds as Seconds),
}).transform(({ heartbeatSeconds, ...rest }) => ({ ...rest, heartbeat: heartbeatSeconds }));

const pool = exactly({ tokenA: assetId, tokenB: assetId, fee: integer(1n, 999_999n), address });

/** A venue's contracts as its adapter declares them; a venue may be left out altogether. */
const venues = exactly(
  Object.fromEntries(
    adapters.map(({ id, contractNames }) => [
      id,
      exactly({
        ...Object.fromEntries(contractNames.required.map((name) => [name, cited])),
        ...Object.fromEntries(contractNames.optional.map((name) => [name, cited.optional()])),
      }).optional(),
    ]),
  ),
);

const uniswapV3 = exactly({
  router: address,
  quoter: address,
  factory: address,
  pools: z.array(pool).max(100),
});

/** The shape of a deployment file. What the shape cannot say is checked by `inconsistencies`. */
export const deploymentSchema = exactly({
  schema: z.literal("ballast/deployment/1", 'this build reads schema "ballast/deployment/1"'),
  name: identifier(
    /^[a-z][a-z0-9-]{0,39}$/,
    "1 to 40 lower-case letters, digits and hyphens, a letter first",
  ),
  chainId: integer(1n, 9_007_199_254_740_991n),
  genesisHash: hash32.optional(),
  safe,
  multicall: address,
  deadlineChecker: address,
  assets: z.array(asset).min(1, "at least one asset").max(200),
  venues,
  feeds: z.array(feed).max(200),
  routes: exactly({ "uniswap-v3": uniswapV3.optional() }),
  citations: z.record(z.string(), text(500)).optional(),
});
