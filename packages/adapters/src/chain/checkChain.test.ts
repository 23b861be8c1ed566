import { describe, expect, it } from "vitest";
import { loadDeployment } from "../deployment/loadDeployment.ts";
import { type FakeChainOptions, fakeChain } from "../testing/fakeChain.ts";
import { headersFrom } from "../testing/fakeHeaders.ts";
import { deadSource, fakeSource } from "../testing/fakeNode.ts";
import { checkChain } from "./checkChain.ts";
import { SourceDown, SourceWrongReply } from "./faults.ts";
import { HeaderMismatch } from "./headerFaults.ts";
import { WrongChain } from "./WrongChain.ts";

const headers = headersFrom(1_700_000_000n, 3);
const { genesisHash: _, ...devnet } = loadDeployment("devnet");
const ZERO_HASH = `0x${"00".repeat(32)}` as const;
const genesisHash = headers[0]?.hash ?? ZERO_HASH;
const deployment = { ...devnet, genesisHash };
const nodeOf = (options: Partial<FakeChainOptions> = {}) =>
  fakeSource(fakeChain({ headers, multicall: "0x", view: () => "0x", ...options }));

describe("checkChain", () => {
  it("says which chain a source serves, in one request", async () => {
    const source = nodeOf();
    expect(await checkChain(source, deployment)).toEqual({
      chainId: 31337n,
      genesisHash,
      firstBlockHash: headers[1]?.hash,
    });
    expect(source.counts().requests).toBe(1);
  });

  it("knows no first block of a chain that has none", async () => {
    const identity = await checkChain(nodeOf({ headers: headers.slice(0, 1) }), deployment);
    expect(identity.firstBlockHash).toBeNull();
  });

  it("takes any genesis where the deployment names none", async () => {
    await expect(checkChain(nodeOf(), devnet)).resolves.toMatchObject({ genesisHash });
  });

  it("refuses another chain id, naming both", async () => {
    const check = checkChain(nodeOf({ chainId: 1n }), deployment);
    await expect(check).rejects.toThrow(WrongChain);
    await expect(check).rejects.toMatchObject({
      field: "chainId",
      expected: "31337",
      found: "1",
      source: "rpc-1",
    });
  });

  it("refuses another genesis, naming both", async () => {
    const check = checkChain(nodeOf(), { ...deployment, genesisHash: ZERO_HASH });
    await expect(check).rejects.toMatchObject({
      name: "WrongChain",
      field: "genesisHash",
      found: genesisHash,
    });
  });

  it("does not believe a genesis that does not hash to its hash", async () => {
    const lying = [{ ...headers[0], gasUsed: "0x9" }, ...headers.slice(1)] as typeof headers;
    await expect(checkChain(nodeOf({ headers: lying }), deployment)).rejects.toThrow(HeaderMismatch);
  });

  it("passes on that the source is down", async () => {
    await expect(checkChain(deadSource(), deployment)).rejects.toThrow(SourceDown);
  });

  it.each([
    ["nothing", "0x"],
    ["a word", "mainnet"],
    ["a number", 1],
  ])("refuses %s for a chain id", async (_name, id) => {
    const source = fakeSource((call) => (call.method === "eth_chainId" ? id : headers[0]));
    await expect(checkChain(source, deployment)).rejects.toThrow(SourceWrongReply);
  });

  it("refuses a chain without a genesis block", async () => {
    await expect(checkChain(nodeOf({ headers: [] }), deployment)).rejects.toThrow(SourceWrongReply);
  });
});
