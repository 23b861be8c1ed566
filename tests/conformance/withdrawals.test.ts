import {
  assetId,
  positionId,
  type RequestOrder,
  rawAmount,
  venueId,
  type WithdrawalRequest,
} from "@ballast/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWithdrawalChain } from "./withdrawalChain.ts";

const ETH = 10n ** 18n;
const E27 = 10n ** 27n;

let world: Awaited<ReturnType<typeof openWithdrawalChain>>;
beforeAll(async () => {
  world = await openWithdrawalChain();
});
afterAll(() => world.stop());

function requestOf(venue: "lido" | "etherfi", amounts: readonly bigint[]): WithdrawalRequest {
  const asset = venue === "lido" ? "wstETH" : "weETH";
  const sum = rawAmount(amounts.reduce((total, one) => total + one, 0n));
  const order = { kind: `${venue}-queue`, amounts: amounts.map(rawAmount) } as RequestOrder;
  return {
    position: positionId(`${venue}:${asset}`),
    venue: venueId(venue),
    spend: { asset: assetId(asset), amount: sum },
    expected: { asset: assetId("ETH"), amount: sum },
    delay: null,
    order,
    limitedBy: "band",
  };
}

describe("Lido's queue on a real chain", () => {
  it("is a way out that is open, and nothing is missing", async () => {
    const { exits, tickets, missing, figures } = await world.read("lido");
    expect(missing).toEqual([]);
    expect(tickets).toEqual([]);
    expect(exits).toMatchObject([{ smallest: 100n, largest: 1_000n * ETH, stoppedBy: [] }]);
    const filled = figures.filter(({ figure, value }) => figure.startsWith("implementation:") && value > 0n);
    expect(filled).toHaveLength(2);
  });

  it("takes what is asked, to the wei, as tickets of the account in their places", async () => {
    const before = await world.read("lido");
    await world.send(world.encodeRequest(requestOf("lido", [10n * ETH, 5n * ETH])));
    const { tickets, positions, missing } = await world.read("lido");
    expect(missing).toEqual([]);
    expect((before.positions[0]?.amount ?? 0n) - (positions[0]?.amount ?? 0n)).toBe(15n * ETH);
    expect(tickets.map(({ ticket, state, ahead }) => [ticket, state, ahead])).toEqual([
      ["lido:1", "waiting", 0n],
      ["lido:2", "waiting", tickets[0]?.pays[0]?.promised],
    ]);
  });

  it("pays a request less after a loss, and the one finalised before it does not change", async () => {
    const { lido } = world;
    const rate = async () => {
      const { figures } = await world.read("lido");
      const pooled = figures.find(({ figure }) => figure === "tvl")?.value ?? 0n;
      return { pooled, maxShareRate: (pooled * E27) / (1_001n * ETH) };
    };
    const finalize = async (last: bigint) => {
      const { maxShareRate } = await rate();
      const args = [[last], maxShareRate];
      const [value] = (await world.view(lido.withdrawalQueue, { fn: "prefinalize", args })) as [bigint];
      await world.act({ to: lido.withdrawalQueue, fn: "finalize", args: [last, maxShareRate], value });
    };
    await finalize(1n);
    const whole = (await world.read("lido")).tickets;
    const { pooled } = await rate();
    await world.act({ to: lido.stETH, fn: "rebaseTo", args: [(pooled * 9n) / 10n] });
    const lost = (await world.read("lido")).tickets;
    expect(lost[0]).toMatchObject({ state: "claimable", value: whole[0]?.value, ahead: 0n });
    expect(lost[1]?.state).toBe("waiting");
    expect((lost[1]?.value ?? 0n) < ((whole[1]?.value ?? 0n) * 91n) / 100n).toBe(true);
    await finalize(2n);
    const final = (await world.read("lido")).tickets;
    expect(final.map(({ state }) => state)).toEqual(["claimable", "claimable"]);
    expect((final[1]?.value ?? 0n) - (lost[1]?.value ?? 0n)).toBeLessThan(2n);
  });

  it("pays exactly what the tickets say, and its log tells the same", async () => {
    const { tickets } = await world.read("lido");
    const before = await world.etherOf(world.lido.withdrawalQueue);
    await world.send(world.encodeClaims(tickets));
    const paid = before - (await world.etherOf(world.lido.withdrawalQueue));
    expect(paid).toBe(tickets.reduce((sum, { value }) => sum + value, 0n));
    expect((await world.read("lido")).tickets).toEqual([]);
    const events = (await world.events()).filter(({ venue }) => venue === "lido");
    expect(events.map(({ kind, ticket, amounts }) => [kind, ticket, amounts[0]?.amount])).toEqual([
      ...tickets.map(({ ticket, pays }) => ["requested", ticket, pays[0]?.promised]),
      ...tickets.map(({ ticket, value }) => ["claimed", ticket, value]),
    ]);
  });
});

describe("ether.fi on a real chain", () => {
  it("has both ways out open, and nothing is missing", async () => {
    const { exits, missing, figures } = await world.read("etherfi");
    expect(missing).toEqual([]);
    expect(exits).toMatchObject([
      { way: "instant", fee: 30n, stoppedBy: [] },
      { way: "queue", smallest: ETH / 1_000n, largest: 1_000n * ETH, stoppedBy: [] },
    ]);
    expect(figures.find(({ figure }) => figure === "exit-queue")?.value).toBe(0n);
  });

  it("takes what is asked, to the wei, as tickets of the account", async () => {
    const before = await world.read("etherfi");
    await world.send(world.encodeRequest(requestOf("etherfi", [7n * ETH, 2n * ETH, ETH])));
    const { tickets, positions, missing } = await world.read("etherfi");
    expect(missing).toEqual([]);
    expect((before.positions[0]?.amount ?? 0n) - (positions[0]?.amount ?? 0n)).toBe(10n * ETH);
    expect(tickets.map(({ ticket, state }) => [ticket, state])).toEqual([
      ["etherfi:1", "waiting"],
      ["etherfi:2", "waiting"],
      ["etherfi:3", "waiting"],
    ]);
  });

  it("pays what the rate at finalisation gives, exactly as read; an invalidated request pays nothing", async () => {
    const { etherfi } = world;
    const { liquidityPool, withdrawRequestNFT } = etherfi;
    const promised = (await world.read("etherfi")).tickets.map(({ pays }) => pays[0]?.promised ?? 0n);
    await world.act(
      { to: liquidityPool, fn: "fundValidators", args: [200n * ETH] },
      { to: liquidityPool, fn: "rebase", args: [-50n * ETH, 0n] },
      { to: withdrawRequestNFT, fn: "invalidateRequest", args: [3n] },
    );
    const waiting = (await world.read("etherfi")).tickets;
    expect((waiting[0]?.value ?? 0n) < (promised[0] ?? 0n)).toBe(true);
    expect(waiting[2]).toMatchObject({ value: 0n, stoppedBy: ["invalidated"] });
    await world.act(
      { to: withdrawRequestNFT, fn: "finalizeRequests", args: [2n] },
      {
        to: liquidityPool,
        fn: "addEthAmountLockedForWithdrawal",
        args: [(promised[0] ?? 0n) + (promised[1] ?? 0n)],
      },
    );
    const { tickets } = await world.read("etherfi");
    expect(tickets.map(({ state, value }) => [state, value])).toEqual([
      ["claimable", waiting[0]?.value],
      ["claimable", waiting[1]?.value],
      ["waiting", 0n],
    ]);
  });

  it("pays exactly what the tickets say, to the holder, a stranger's claim included", async () => {
    const [first, second] = (await world.read("etherfi")).tickets;
    if (first === undefined || second === undefined) throw new TypeError("the tickets are gone");
    const { address } = world.account;
    const before = await world.etherOf(address);
    await world.act({ to: world.etherfi.withdrawRequestNFT, fn: "claimWithdraw", args: [1n] });
    expect((await world.etherOf(address)) - before).toBe(first.value);
    const left = (await world.read("etherfi")).tickets;
    expect(left.map(({ ticket }) => ticket)).toEqual(["etherfi:2", "etherfi:3"]);
    await world.send(world.encodeClaims([second]));
    const events = (await world.events()).filter(
      ({ venue, kind }) => venue === "etherfi" && kind === "claimed",
    );
    expect(events.map(({ ticket, amounts }) => [ticket, amounts[0]?.amount])).toEqual([
      ["etherfi:1", first.value],
      ["etherfi:2", second.value],
    ]);
  });

  it("is stopped by a pause and by the blacklist, and says which", async () => {
    const { etherfi, account } = world;
    await world.act({ to: etherfi.withdrawAdapter, fn: "pause" });
    const paused = (await world.read("etherfi")).exits.map(({ way, stoppedBy }) => [way, stoppedBy]);
    expect(paused).toEqual([
      ["instant", []],
      ["queue", ["paused"]],
    ]);
    await world.act({ to: etherfi.blacklister, fn: "blacklistUser", args: [account.address] });
    const { exits, tickets } = await world.read("etherfi");
    expect(exits.map(({ stoppedBy }) => stoppedBy)).toEqual([["blacklisted"], ["blacklisted", "paused"]]);
    expect(tickets).toMatchObject([{ stoppedBy: ["blacklisted", "invalidated"] }]);
  });
});
