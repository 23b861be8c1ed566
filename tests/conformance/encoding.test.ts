import { ActionRefused, adapters, type Deployment, loadDeployment, routes } from "@ballast/adapters";
import { type AccountRef, type Action, assetId, type InnerCall, rawAmount, routeId } from "@ballast/core";
import fc from "fast-check";
import { decodeFunctionData, parseAbi } from "viem";
import { afterEach, describe, expect, it, vi } from "vitest";
import { possibleActions } from "./sampleActions.ts";

const APPROVE = parseAbi(["function approve(address spender, uint256 amount) returns (bool)"]);
const SWAP = parseAbi([
  "struct SwapParams { address tokenIn; address tokenOut; uint24 fee; address recipient; uint256 amountIn; uint256 amountOutMinimum; uint160 sqrtPriceLimitX96; }",
  "function exactInputSingle(SwapParams params) payable returns (uint256 amountOut)",
]);

const STRANGER = `0x${"99".repeat(20)}` as const;

const deployments = ["devnet", "mainnet"].map(loadDeployment);
const venues = adapters.flatMap((adapter) =>
  deployments.map((deployment) => [adapter.id, deployment.name, adapter, deployment] as const),
);

const accountOf = ({ chainId }: Deployment, bytes = new Uint8Array(20).fill(0x5a)): AccountRef => {
  const own = `0x${Buffer.from(bytes).toString("hex")}` as const;
  return { rail: "safe", chainId, address: own };
};

const arbitraryAccount = fc
  .uint8Array({ minLength: 20, maxLength: 20 })
  .filter((bytes) => bytes.slice(0, 19).some((byte) => byte !== 0));
const amount = fc.bigInt(1n, 2n ** 255n - 1n);

/** Every address among the 32-byte words of calldata that is not a number below 2⁸⁰. */
function addressWords({ data }: InnerCall): readonly string[] {
  const words = data.slice(10).match(/.{64}/g) ?? [];
  return words
    .filter((word) => /^0{24}[0-9a-f]{40}$/.test(word) && BigInt(`0x${word}`) >= 2n ** 80n)
    .map((word) => `0x${word.slice(24)}`);
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe.each(venues)("encoding for %s on %s", (id, _name, adapter, deployment) => {
  const actions = possibleActions(adapter, { deployment });
  const account = accountOf(deployment);
  const encode = (action: Action, of = account) => adapter.encode({ action, account: of, deployment });

  it("can enter and leave every position that a route trades", () => {
    const isTraded = !["idle", "eigenlayer"].includes(id);
    expect(actions.some(({ kind }) => kind === "exit")).toBe(isTraded);
    expect(actions.some(({ kind }) => kind === "enter")).toBe(isTraded);
    for (const action of actions) expect(encode(action).length).toBeGreaterThan(0);
  });

  it("is pure: the same calls again, with neither network nor clock", () => {
    const before = actions.map((action) => encode(action));
    const forbidden = () => {
      throw new Error("encode must not look at the world");
    };
    vi.stubGlobal("fetch", forbidden);
    vi.stubGlobal("Date", forbidden);
    expect(actions.map((action) => encode(action))).toEqual(before);
  });

  it("calls only contracts that it or its route names, and tokens of the deployment", () => {
    const named = [
      ...adapter.contracts(deployment),
      ...routes.flatMap((route) => route.contracts(deployment)),
      ...deployment.assets,
    ];
    const known = new Set<string>(named.map(({ address }) => address));
    for (const call of actions.flatMap((action) => encode(action))) {
      expect(known.has(call.to)).toBe(true);
      expect(call.value).toBe(0n);
    }
  });

  it("approves exactly what the next call spends", () => {
    for (const action of actions) {
      const [approval, swap, ...rest] = encode(action);
      const [spender, approved] = decodeFunctionData({ abi: APPROVE, data: approval?.data ?? "0x" }).args;
      const [params] = decodeFunctionData({ abi: SWAP, data: swap?.data ?? "0x" }).args;
      expect(rest).toEqual([]);
      expect(spender.toLowerCase()).toBe(swap?.to);
      expect(params.tokenIn.toLowerCase()).toBe(approval?.to);
      expect([approved, params.amountIn]).toEqual([action.spend.amount, action.spend.amount]);
    }
  });

  it("carries the minimum into the calldata unchanged, whatever the amounts", () => {
    fc.assert(
      fc.property(amount, amount, (spend, atLeast) => {
        for (const action of possibleActions(adapter, { deployment, sizes: { spend, atLeast } })) {
          const [params] = decodeFunctionData({ abi: SWAP, data: encode(action)[1]?.data ?? "0x" }).args;
          expect([params.amountIn, params.amountOutMinimum]).toEqual([spend, atLeast]);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("can name no address but the account, the tokens and the router, whatever the amounts and the account", () => {
    const allowed = new Set<string>([
      ...deployment.assets.map(({ address }) => address),
      ...Object.values(deployment.routes).map(({ router }) => router),
    ]);
    fc.assert(
      fc.property(
        fc.bigInt(1n, 2n ** 79n),
        fc.bigInt(1n, 2n ** 79n),
        arbitraryAccount,
        (spend, atLeast, bytes) => {
          const own = accountOf(deployment, bytes);
          for (const action of possibleActions(adapter, { deployment, sizes: { spend, atLeast } })) {
            const strangers = encode(action, own)
              .flatMap(addressWords)
              .filter((one) => !allowed.has(one) && one !== own.address);
            expect(strangers).toEqual([]);
            const [params] = decodeFunctionData({
              abi: SWAP,
              data: encode(action, own)[1]?.data ?? "0x",
            }).args;
            expect(params.recipient.toLowerCase()).toBe(own.address);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it.each<[string, (action: Action) => Action]>([
    ["no minimum", (action) => ({ ...action, receive: { ...action.receive, atLeast: rawAmount(0n) } })],
    ["nothing to spend", (action) => ({ ...action, spend: { ...action.spend, amount: rawAmount(0n) } })],
    [
      "more than can be counted",
      (action) => ({ ...action, spend: { ...action.spend, amount: rawAmount(2n ** 255n) } }),
    ],
    [
      "the other kind for the same assets",
      (action) => ({ ...action, kind: action.kind === "exit" ? "enter" : "exit" }),
    ],
    [
      "an asset that is not its own",
      (action) => ({
        ...action,
        spend: { ...action.spend, asset: assetId("USDC") },
        receive: { ...action.receive, asset: assetId("USDC") },
      }),
    ],
    [
      "another venue's position",
      (action) => ({ ...action, position: `${action.position}x` as Action["position"] }),
    ],
    ["a route that it cannot take", (action) => ({ ...action, route: routeId("withdrawal-queue") })],
    ["a pool that nobody named", (action) => ({ ...action, pool: STRANGER })],
    ["another fee", (action) => ({ ...action, fee: action.fee + 1n })],
  ])("refuses %s, naming the field and the limit", (_what, change) => {
    for (const action of actions) {
      expect(() => encode(change(action))).toThrow(ActionRefused);
      expect(() => encode(change(action))).toThrow(
        expect.objectContaining({
          field: expect.any(String),
          value: expect.any(String),
          limit: expect.any(String),
        }),
      );
    }
  });

  it("refuses an account of another chain", () => {
    const stranger = { ...account, chainId: account.chainId + 1n };
    for (const action of actions) expect(() => encode(action, stranger)).toThrow(ActionRefused);
  });
});

describe("idle", () => {
  const [deployment] = deployments;
  const idle = adapters.find(({ id }) => id === "idle");
  const lido = adapters.find(({ id }) => id === "lido");

  it("refuses every action: it changes only as the other side of a swap", () => {
    if (deployment === undefined || idle === undefined || lido === undefined)
      throw new Error("registry is incomplete");
    for (const action of possibleActions(lido, { deployment })) {
      for (const { position } of idle.positions(deployment)) {
        const own = { ...action, venue: idle.id, position };
        expect(() => idle.encode({ action: own, account: accountOf(deployment), deployment })).toThrow(
          ActionRefused,
        );
      }
    }
  });
});
