import type { Address, AssetId, Hash32, RouteId, Seconds, VenueId } from "@ballast/core";
import type { Deployment, HashedContract } from "../../../deployment/types.ts";

const hashed = (address: Address, fill: string): HashedContract => ({
  address,
  codeHash: `0x${fill.repeat(32)}` as Hash32,
});

const token = (id: string, address: Address) => ({
  id: id as AssetId,
  address,
  decimals: 18n,
  symbol: id,
  name: id,
});

export const ROUTER: Address = "0x68b3465833fb72a70ecdf485e0e4c7bd8665fc45";
export const WETH: Address = "0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2";
export const WSTETH: Address = "0x7f39c581f595b53c5cb19bd0b3f8da6c935e2ca0";
export const WEETH: Address = "0xcd5fe23c85820f7b72d0926fc9b05b43e359b7ee";
export const WSTETH_POOL: Address = "0x109830a1aaad605bbf02a9dfa7b0b92ec2fb7daa";
export const WEETH_POOL: Address = "0x7a415b19932c0105c82fdb6b720bb01b0cc2cae3";

const pool = (address: Address, { tokenA, fee }: { tokenA: string; fee: bigint }) => ({
  tokenA: tokenA as AssetId,
  tokenB: "WETH" as AssetId,
  fee,
  address,
});

/** A deployment shaped like mainnet's, for tests that need no chain. */
export const SAMPLE_DEPLOYMENT: Deployment = {
  schema: "ballast/deployment/1",
  name: "sample",
  chainId: 31337n,
  safe: {
    version: "1.4.1",
    contracts: {
      safe: hashed("0x41675c099f32341bf84bfc5382af534df5c7461a", "01"),
      safeL2: hashed("0x29fcb43b46531bca003ddc8fcb67ffe91900c762", "02"),
      proxyFactory: hashed("0x4e1dcf7ad4e460cfd30791ccc4f9c8a4f820ec67", "03"),
      multiSend: hashed("0x38869bf66a61cf6bdb996a6ae40d5853fd43b526", "04"),
      multiSendCallOnly: hashed("0x9641d764fc13c8b624c04430c7356c1c7c8102e2", "05"),
      fallbackHandler: hashed("0xfd0732dc9e303f09fcef3a7388ad10a83459ec99", "06"),
      signMessageLib: hashed("0xd53cd0ab83d845ac265be939c57f53ad838012c9", "07"),
      createCall: hashed("0x9b35af71d77eaf8d7e40252370304687390a1a52", "08"),
      simulateTxAccessor: hashed("0x3d4ba2e0884aa488718476ca2fb8efc291a46199", "09"),
    },
  },
  multicall: "0xca11bde05977b3631167028862be2a173976ca11",
  deadlineChecker: ROUTER,
  assets: [token("WETH", WETH), token("weETH", WEETH), token("wstETH", WSTETH)],
  venues: {} as Readonly<Record<VenueId, never>>,
  feeds: [
    {
      id: "eth-usd",
      address: "0x5f4ec3df9cbd43714fe2740f5e3616155c5b8419",
      decimals: 8n,
      heartbeat: 3600n as Seconds,
    },
  ],
  routes: {
    ["uniswap-v3" as RouteId]: {
      router: ROUTER,
      quoter: "0x61ffe014ba17989e743c5f6cb21bf9697530b21e",
      factory: "0x1f98431c8ad98523631ae4a59f267346ea31f984",
      pools: [
        pool(WSTETH_POOL, { tokenA: "wstETH", fee: 100n }),
        pool(WEETH_POOL, { tokenA: "weETH", fee: 500n }),
      ],
    },
  },
  citations: {},
};
