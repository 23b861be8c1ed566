import type { Address } from "viem";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { etherfiWorld } from "../../src/testing/etherfiWorld.ts";
import { refusals } from "../../src/testing/refusals.ts";

const world = await etherfiWorld();
const { empty, at, call, view, balance, ether, request, claim, finalise } = world;
const { operator, whale, holder, stranger } = world.accounts;

beforeEach(world.restart);
afterAll(world.empty.stop);
const refuses = refusals(world.empty);

describe("a request", () => {
  const loss = () => call(at.liquidityPool, { fn: "rebase", args: [-2n * ether, 0n] });
  refuses([
    [
      "for a contract that takes no such tokens reverts",
      () => [],
      () => call(at.liquidityPool, { from: holder, fn: "requestWithdraw", args: [at.eETH, ether] }),
      "ERC721: transfer to non ERC721Receiver implementer",
    ],
    ["is not paid before it is finalised", () => [request()], () => claim(1n), "RequestNotFinalized"],
    ["that is unknown is not paid", () => [], () => claim(1n), "ERC721: invalid token ID"],
    [
      "is not paid twice",
      () => [request(), ...finalise(1n, ether), claim(1n)],
      () => claim(1n),
      "ERC721: invalid token ID",
    ],
    [
      "is not paid without its ether",
      () => [request(), call(at.withdrawRequestNFT, { fn: "finalizeRequests", args: [1n] })],
      () => claim(1n),
      "InsufficientEscrow",
    ],
    [
      "is not finalised before it is made",
      () => [],
      () => call(at.withdrawRequestNFT, { fn: "finalizeRequests", args: [1n] }),
      "CannotFinalizeFutureRequests",
    ],
    [
      "stays finalised",
      () => [request(), ...finalise(1n, ether)],
      () => call(at.withdrawRequestNFT, { fn: "finalizeRequests", args: [0n] }),
      "CannotUndoFinalization",
    ],
    [
      "is finalised by the administrator",
      () => [request()],
      () => call(at.withdrawRequestNFT, { from: holder, fn: "finalizeRequests", args: [1n] }),
      "IncorrectCaller",
    ],
    [
      "that is invalid is not paid",
      () => [
        request(),
        call(at.withdrawRequestNFT, { fn: "invalidateRequest", args: [1n] }),
        ...finalise(1n, ether),
      ],
      () => claim(1n),
      "RequestNotValid",
    ],
    [
      "that is invalid is not given away",
      () => [request(), call(at.withdrawRequestNFT, { fn: "invalidateRequest", args: [1n] })],
      () => call(at.withdrawRequestNFT, { from: holder, fn: "transferFrom", args: [holder, stranger, 1n] }),
      "NotOperator",
    ],
    [
      "that is finalised is not invalidated",
      () => [request(), ...finalise(1n, ether)],
      () => call(at.withdrawRequestNFT, { fn: "invalidateRequest", args: [1n] }),
      "CannotInvalidateFinalizedRequest",
    ],
    [
      "that is valid is not seized",
      () => [request()],
      () => call(at.withdrawRequestNFT, { fn: "seizeInvalidRequest", args: [1n, operator] }),
      "RequestValid",
    ],
    [
      "that is unknown is not valid",
      () => [],
      () => call(at.withdrawRequestNFT, { fn: "validateRequest", args: [1n] }),
      "RequestNotFound",
    ],
    [
      "is moved by its owner only",
      () => [request()],
      () => call(at.withdrawRequestNFT, { from: stranger, fn: "transferFrom", args: [holder, stranger, 1n] }),
      "ERC721: caller is not token owner or approved",
    ],
  ]);

  test("pays its owner, whoever calls, and no more than it asked for", async () => {
    await empty.run([request(), request(2n * ether), ...finalise(2n, 3n * ether)]);
    const before = await balance(holder);
    await empty.run([
      call(at.withdrawRequestNFT, { from: stranger, fn: "batchClaimWithdraw", args: [[1n, 2n]] }),
    ]);
    expect((await balance(holder)) - before).toBe(3n * ether);
    expect(await balance(at.withdrawRequestNFT)).toBe(0n);
  });

  test("pays its new owner after a transfer", async () => {
    await empty.run([request(), ...finalise(1n, ether)]);
    await empty.run([
      call(at.withdrawRequestNFT, { from: holder, fn: "transferFrom", args: [holder, whale, 1n] }),
    ]);
    const before = await balance(whale);
    await empty.run([claim(1n, stranger)]);
    expect((await balance(whale)) - before).toBe(ether);
  });

  test("shares a loss until it is finalised and none after, and leaves the rest to the pool", async () => {
    await empty.run([request(), loss()]);
    const rate = await view(at.liquidityPool, "amountPerShareCeil");
    await empty.run([...finalise(1n, ether), request()]);
    expect(await view(at.withdrawRequestNFT, ["frozenRateFor", 1n])).toBe(rate);
    expect(await view(at.withdrawRequestNFT, ["frozenRateFor", 2n])).toBe(0n);
    const claimable = await view(at.withdrawRequestNFT, ["getClaimableAmount", 1n]);
    expect(claimable).toBeLessThan(ether);
    await empty.run([call(at.liquidityPool, { fn: "rebase", args: [-(ether / 10n), 0n] })]);
    const inLp = await view(at.liquidityPool, "totalValueInLp");
    const before = await balance(holder);
    await empty.run([claim(1n, stranger)]);
    expect((await balance(holder)) - before).toBe(claimable);
    expect(await view(at.liquidityPool, "totalValueInLp")).toBe(inLp + ether - claimable);
  });

  test("keeps the rate of its own finalisation beside later ones", async () => {
    const rates: bigint[] = [];
    for (const id of [2n, 3n, 5n]) {
      while ((await view<number>(at.withdrawRequestNFT, "nextRequestId")) <= id) await empty.run([request()]);
      rates.push(await view(at.liquidityPool, "amountPerShareCeil"));
      await empty.run([...finalise(id, ether), call(at.liquidityPool, { fn: "rebase", args: [ether, 0n] })]);
    }
    const found = await Promise.all(
      [1n, 2n, 3n, 4n, 5n].map((id) => view(at.withdrawRequestNFT, ["frozenRateFor", id])),
    );
    expect(found).toEqual([rates[0], rates[0], rates[1], rates[2], rates[2]]);
  });

  test("that is invalid can be seized, or made valid again with its ether", async () => {
    await empty.run([
      request(),
      request(),
      call(at.withdrawRequestNFT, { fn: "invalidateRequest", args: [1n] }),
    ]);
    await empty.run([call(at.withdrawRequestNFT, { fn: "seizeInvalidRequest", args: [1n, stranger] })]);
    expect(await view<Address>(at.withdrawRequestNFT, ["ownerOf", 1n])).toBe(stranger);
    await empty.run([
      ...finalise(2n, ether),
      call(at.withdrawRequestNFT, { fn: "validateRequest", args: [1n] }),
    ]);
    expect(await view<boolean>(at.withdrawRequestNFT, ["isValid", 1n])).toBe(true);
    await empty.run([claim(1n), claim(2n)]);
    expect(await balance(at.withdrawRequestNFT)).toBe(0n);
  });
});
