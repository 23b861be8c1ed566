import { venueId } from "@ballast/core";
import { encodeAbiParameters, type Hex } from "viem";
import { describe, expect, it } from "vitest";
import { createPinnedReader } from "../chain/createPinnedReader.ts";
import { contractView } from "../testing/contractView.ts";
import { DEVNET, devnetView } from "../testing/devnetView.ts";
import type { FakeChainOptions } from "../testing/fakeChain.ts";
import { deadSource } from "../testing/fakeNode.ts";
import { BLOCK, readerOf } from "../testing/fakeReader.ts";
import { proxyFigures } from "./proxyFigures.ts";
import { readAdminOwners } from "./readAdminOwners.ts";
import { readProxies } from "./readProxies.ts";

const VENUE = venueId("eigenlayer");
const CODE = `0x${"99".repeat(20)}` as const;
const ADMIN = `0x${"0d".repeat(20)}` as const;
const OWNER = `0x${"0e".repeat(20)}` as const;
const contracts = [
  { name: "pool", address: `0x${"a1".repeat(20)}` },
  { name: "queue", address: `0x${"a2".repeat(20)}` },
] as const;
const word = (address: Hex): Hex => `0x${address.slice(2).padStart(64, "0")}`;
const IMPLEMENTATION_SLOT = "0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc";

const proxied: FakeChainOptions["storage"] = ({ slot }) => word(slot === IMPLEMENTATION_SLOT ? CODE : ADMIN);
const proxiesWith = (storage?: FakeChainOptions["storage"]) =>
  readProxies(readerOf(devnetView(), storage), { venue: VENUE, contracts });

describe("readProxies", () => {
  it("reads both slots of each contract, in their order", async () => {
    const proxies = await proxiesWith(proxied);
    expect(proxies).toEqual(
      contracts.map((contract) => ({
        ...contract,
        implementation: { ok: true, value: BigInt(CODE) },
        admin: { ok: true, value: BigInt(ADMIN) },
      })),
    );
  });

  it("reads an empty slot as 0: no proxy of this kind", async () => {
    const [pool] = await proxiesWith();
    expect([pool?.implementation, pool?.admin]).toEqual([
      { ok: true, value: 0n },
      { ok: true, value: 0n },
    ]);
  });

  it.each<[string, Hex, string]>([
    ["fewer than 32 bytes", "0x00", "short-data"],
    ["more than an address", `0x${"ff".repeat(32)}`, "unexpected"],
  ])("does not take %s for an address", async (_name, content, code) => {
    const [pool] = await proxiesWith(() => content);
    const subject = "figure:eigenlayer:implementation:pool";
    expect(pool?.implementation).toMatchObject({ ok: false, missing: { subject, code, retry: false } });
  });

  it("says that the source was silent, and that asking again may help", async () => {
    const reader = createPinnedReader({ source: deadSource(), block: BLOCK, multicall: DEVNET.multicall });
    const [, queue] = await readProxies(reader, { venue: VENUE, contracts });
    expect(queue?.admin).toMatchObject({
      missing: { subject: "figure:eigenlayer:admin:queue", code: "rpc", retry: true },
    });
  });
});

describe("readAdminOwners", () => {
  const ownersWith = async (answer: Hex | { readonly revert: Hex }) => {
    const view = contractView([{ to: ADMIN, signature: "owner()", answer }]);
    return readAdminOwners(readerOf(view), { venue: VENUE, proxies: await proxiesWith(proxied) });
  };

  it.each<[string, Hex | { readonly revert: Hex }, bigint]>([
    ["names its owner", word(OWNER), BigInt(OWNER)],
    ["has no such function", { revert: "0x" }, 0n],
    ["has no code", "0x", 0n],
  ])("of an administrator that %s", async (_name, answer, value) => {
    const owners = await ownersWith(answer);
    expect(owners.map(({ name, admin, owner }) => [name, admin, owner])).toEqual(
      contracts.map(({ name }) => [name, ADMIN, { ok: true, value }]),
    );
  });

  it.each<[string, Hex | { readonly revert: Hex }, string]>([
    ["reverts with a reason", { revert: "0x12345678" }, "revert"],
    ["answers too little", "0x01", "short-data"],
  ])("is unknown when it %s", async (_name, answer, code) => {
    const [pool] = await ownersWith(answer);
    const subject = "figure:eigenlayer:owner:pool.admin";
    expect(pool?.owner).toMatchObject({ ok: false, missing: { subject, code } });
  });

  it("is not asked for where the slot is empty or was not read", async () => {
    const reader = readerOf(contractView([]));
    expect(await readAdminOwners(reader, { venue: VENUE, proxies: await proxiesWith() })).toEqual([]);
    const unread = await proxiesWith(() => "0x00");
    expect(await readAdminOwners(reader, { venue: VENUE, proxies: unread })).toEqual([]);
  });
});

describe("proxyFigures", () => {
  it("states what was read, each with its source, and what was not", async () => {
    const storage: FakeChainOptions["storage"] = ({ contract, slot }) =>
      slot === IMPLEMENTATION_SLOT ? word(CODE) : contract === contracts[0].address ? word(ADMIN) : "0x00";
    const proxies = await proxiesWith(storage);
    const view = contractView([
      { to: ADMIN, signature: "owner()", answer: encodeAbiParameters([{ type: "address" }], [OWNER]) },
    ]);
    const owners = await readAdminOwners(readerOf(view), { venue: VENUE, proxies });
    const { figures, missing } = proxyFigures(VENUE, { proxies, owners });
    expect(figures.map(({ figure, value }) => [figure, value])).toEqual([
      ["implementation:pool", BigInt(CODE)],
      ["admin:pool", BigInt(ADMIN)],
      ["implementation:queue", BigInt(CODE)],
      ["owner:pool.admin", BigInt(OWNER)],
    ]);
    expect(figures.map(({ source }) => source.kind)).toEqual(["state", "state", "state", "call"]);
    expect(missing.map(({ subject }) => subject)).toEqual(["figure:eigenlayer:admin:queue"]);
  });
});
