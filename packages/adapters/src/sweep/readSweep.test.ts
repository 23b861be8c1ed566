import { type AccountRef, type HeadReading, sourceId } from "@ballast/core";
import { describe, expect, it } from "vitest";
import { NoSource } from "../chain/NoSource.ts";
import type { ChainSource } from "../chain/rpc.ts";
import { safeStateCalls } from "../rails/safe/safeStateCalls.ts";
import { safeAnswers } from "../rails/safe/testing/safeAnswers.ts";
import { SAFE_STATE } from "../rails/safe/testing/sampleBatch.ts";
import { type Change, DEVNET, devnetView, ETH } from "../testing/devnetView.ts";
import { fakeChain, type View } from "../testing/fakeChain.ts";
import { rawHeader } from "../testing/fakeHeaders.ts";
import { deadSource, fakeSource } from "../testing/fakeNode.ts";
import { ACCOUNT, BLOCK, HEADERS } from "../testing/fakeReader.ts";
import { TOKENS_ONLY } from "../testing/tokensOnly.ts";
import { words } from "../testing/word.ts";
import { readSweep, type SweepRequest } from "./readSweep.ts";

const OTHER = { ...ACCOUNT, address: `0x${"5b".repeat(20)}` } as const satisfies AccountRef;
const BOTH = [ACCOUNT, OTHER];

/** The devnet's contracts and, at each account, a Safe. */
function withSafes(view: View, answers = safeAnswers(SAFE_STATE)): View {
  const [sample] = BOTH;
  const calldata = safeStateCalls(sample?.address ?? ACCOUNT.address).map(({ data }) => data);
  return (call) => {
    const isSafe = BOTH.some(({ address }) => address === call.to);
    return isSafe ? (answers[calldata.indexOf(call.data)] ?? { revert: "0x" }) : view(call);
  };
}

const source = (name: string, view = withSafes(devnetView())) =>
  fakeSource(fakeChain({ headers: HEADERS, multicall: DEVNET.multicall, view }), { id: sourceId(name) });
const changed = (name: string, ...changes: Change[]) => source(name, withSafes(devnetView(...changes)));

const headOf = (id: string, state: HeadReading["state"] = "agrees"): HeadReading => ({
  source: sourceId(id),
  state,
  number: BLOCK.number,
  hash: BLOCK.hash,
  detail: "",
});

function sweepOf(sources: readonly ChainSource[], change: Partial<SweepRequest> = {}) {
  const heads = sources.map(({ id }) => headOf(id));
  return readSweep({
    deployment: TOKENS_ONLY,
    sources,
    block: BLOCK,
    heads,
    baseFee: 7n,
    accounts: BOTH,
    ...change,
  });
}

describe("readSweep", () => {
  it("reads everything of all accounts in one request to each source", async () => {
    const sources = [source("rpc-1"), source("rpc-2")];
    const sweep = await sweepOf(sources);
    expect(sources.map((one) => one.counts().requests)).toEqual([1, 1]);
    const methods = sources[0]?.sent.flat().map(({ method }) => method) ?? [];
    expect(new Set(methods)).toEqual(new Set(["eth_call", "eth_getStorageAt", "eth_maxPriorityFeePerGas"]));
    expect(sweep.requests).toMatchObject([
      { source: "rpc-1", requests: 1, calls: methods.length },
      { source: "rpc-2", requests: 1, calls: 1 },
    ]);
    expect(sweep.requests[0]?.gas).toBeGreaterThan(sweep.requests[1]?.gas ?? 0n);
    expect(sweep.perAccount.map(({ account }) => account)).toEqual(BOTH);
    for (const parts of sweep.perAccount) {
      expect(parts).toMatchObject({
        block: BLOCK,
        baseAsset: "ETH",
        safe: SAFE_STATE,
        missing: [],
        disputes: [],
        flags: [],
      });
      expect(parts.positions).toHaveLength(5);
      expect(parts.rates).toHaveLength(5);
      expect(parts.feeds).toHaveLength(3);
      expect(parts.curves).toHaveLength(4);
      expect(parts.gas).toMatchObject({ baseFee: 7n });
    }
  });

  it("grows by calls inside the request, not by requests, with the number of accounts", async () => {
    const accounts = Array.from({ length: 20 }, (_, index) => ({
      ...ACCOUNT,
      address: `0x${(index + 1).toString(16).padStart(40, "0")}` as const,
    }));
    const primary = source("rpc-1");
    await sweepOf([primary], { accounts });
    expect(primary.counts().requests).toBe(1);
  });

  it("gives the same parts for the same answers", async () => {
    expect((await sweepOf([source("rpc-1")])).perAccount).toEqual(
      (await sweepOf([source("rpc-1")])).perAccount,
    );
  });

  it("takes a balance out that the second source denies, and says so", async () => {
    const zero = changed("rpc-1", ["wstETH", "balanceOf(address)", words(0n)]);
    const { perAccount } = await sweepOf([zero, source("rpc-2")]);
    for (const { positions, disputes, missing } of perAccount) {
      expect(positions.map(({ position }) => position)).not.toContain("lido:wstETH");
      expect(missing).toMatchObject([{ subject: "position:lido:wstETH", code: "disputed", retry: true }]);
      expect(disputes).toEqual([
        {
          subject: "position:lido:wstETH",
          values: [
            { source: "rpc-1", value: "0" },
            { source: "rpc-2", value: `${520n * ETH}` },
          ],
        },
      ]);
    }
  });

  it("disputes only the account that is disputed", async () => {
    const balance = ([account = 0n]: readonly bigint[]) =>
      words(account === BigInt(OTHER.address) ? 1n : 300n * ETH);
    const { perAccount } = await sweepOf([
      source("rpc-1"),
      changed("rpc-2", ["weETH", "balanceOf(address)", balance]),
    ]);
    expect(perAccount.map(({ disputes }) => disputes.length)).toEqual([0, 1]);
    expect(perAccount.map(({ positions }) => positions.length)).toEqual([5, 4]);
  });

  it("takes a Safe out whose nonce the second source denies", async () => {
    const ahead = source(
      "rpc-2",
      withSafes(devnetView(), safeAnswers({ ...SAFE_STATE, nonce: SAFE_STATE.nonce + 1n })),
    );
    const { perAccount } = await sweepOf([source("rpc-1"), ahead]);
    expect(perAccount[0]).toMatchObject({ safe: null, missing: [{ subject: "safe", code: "disputed" }] });
  });

  it("does not dispute what only the primary is asked for: rates, feeds, curves", async () => {
    const { perAccount } = await sweepOf([
      source("rpc-1"),
      changed("rpc-2", ["weETH", "getRate()", words(5n)]),
    ]);
    expect(perAccount[0]).toMatchObject({ disputes: [], missing: [] });
  });

  it("calls a source silent that agreed on the block but does not confirm", async () => {
    const { perAccount, chain } = await sweepOf([source("rpc-1"), deadSource({ id: sourceId("rpc-2") })]);
    expect(chain.heads.map(({ state }) => state)).toEqual(["agrees", "silent"]);
    expect(perAccount[0]?.heads).toEqual(chain.heads);
    expect(perAccount[0]?.positions).toHaveLength(5);
  });

  it.each(["lags", "disagrees", "silent"] as const)("does not ask a source that %s", async (state) => {
    const second = source("rpc-2");
    const heads = [headOf("rpc-1"), headOf("rpc-2", state)];
    const sweep = await sweepOf([source("rpc-1"), second], { heads });
    expect(second.counts().requests).toBe(0);
    expect(sweep.chain.heads).toEqual(heads);
  });

  it("makes everything missing, to be tried again, when the primary is down", async () => {
    const { perAccount } = await sweepOf([deadSource()]);
    const [parts] = perAccount;
    expect(parts).toMatchObject({ safe: null, gas: null, positions: [], feeds: [], curves: [] });
    expect(parts?.missing.every(({ code, retry }) => code === "rpc" && retry)).toBe(true);
    const subjects = new Set(parts?.missing.map(({ subject }) => subject));
    const isOfVenue = (subject: string) => /^(figure|exit|ticket):/.test(subject);
    expect([...subjects].filter(isOfVenue)).toEqual(
      expect.arrayContaining(["figure:etherfi:tvl", "figure:lido:tvl", "figure:lido:implementation:stETH"]),
    );
    expect([...subjects].filter((subject) => !isOfVenue(subject)).toSorted()).toEqual(
      [
        ...["etherfi:weETH", "idle:ETH", "idle:WETH", "lido:stETH", "lido:wstETH"].map(
          (id) => `position:${id}`,
        ),
        ...["weETH", "wstETH"].map((id) => `rate:${id}`),
        ...["WETH>wstETH", "wstETH>WETH", "WETH>weETH", "weETH>WETH"].map(
          (pair) => `route:uniswap-v3:${pair}`,
        ),
        ...DEVNET.feeds.map(({ id }) => `feed:${id}`),
        ...["gas", "safe", "venue:etherfi", "venue:lido"],
      ].toSorted(),
    );
  });

  it("says that the block is gone after a reorg, and reads at no other", async () => {
    const reorged = [
      ...HEADERS.slice(0, 1),
      rawHeader({ number: 1n, timestamp: BLOCK.timestamp, salt: "0x01" }),
    ];
    const node = fakeSource(
      fakeChain({ headers: reorged, multicall: DEVNET.multicall, view: withSafes(devnetView()) }),
    );
    const { perAccount } = await sweepOf([node]);
    const codes = new Set(
      perAccount[0]?.missing
        .filter(({ subject }) => subject !== "gas" && !/:(implementation|admin):/.test(subject))
        .map(({ code }) => code),
    );
    expect([...codes]).toEqual(["not-canonical"]);
    expect(perAccount[0]?.positions).toEqual([]);
  });

  it("reads no account's positions as empty when there is no Safe at its address", async () => {
    const { perAccount } = await sweepOf([source("rpc-1", devnetView())]);
    expect(perAccount[0]).toMatchObject({ safe: null, missing: [{ subject: "safe" }] });
  });

  it("needs a source", async () => {
    await expect(sweepOf([])).rejects.toThrow(NoSource);
  });
});
