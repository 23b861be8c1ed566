import { decodeCanonical, type TicketLife } from "@ballast/core";
import { listTickets } from "@ballast/db";
import { describe, expect, test } from "vitest";
import { openedWalk } from "../proofs/openedWalk.ts";
import { restakedBy } from "../proofs/restaked.ts";
import { operations, reserve } from "../proofs/walk.ts";
import { runCli } from "./runCli.ts";

const opened = openedWalk();

const run = async (...args: string[]) => {
  const env = { DATABASE_URL: opened.world.url("keeper"), BALLAST_DEPLOYMENT: "devnet" };
  const { code, out, err } = await runCli(["tickets", ...args], env);
  return { code, out: out.replaceAll("\u00a0", " "), err };
};
/** The document of one account's exits. */
const exitsOf = async (...args: string[]) => {
  const { code, out } = await run("--account", operations.address, ...args, "--json");
  expect(code).toBe(0);
  return JSON.parse(out) as [{ block: { number: string }; tickets: Record<string, unknown>[] }];
};
const chain = () => restakedBy(opened.world.devnet.rpcUrls[0], operations.address);

describe("ballast tickets", () => {
  test("before the keeper has read an account it says so, and what to do", async () => {
    const { code, out, err } = await run();
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out.match(/It was not read yet\. Start the keeper/g)).toHaveLength(2);
  });

  test("an account that is not there is bad usage, and those that are get named", async () => {
    const { code, err } = await run("--account", "nobody");
    expect(code).toBe(2);
    expect(err).toMatch(/--account: got "nobody"; .* Operations 0x\w{40}, .* Reserve 0x\w{40}\./);
  });

  test("a withdrawal in a queue, and an account that has none", async () => {
    await opened.walk.judge(operations);
    const { code, out } = await run();
    expect(code).toBe(0);
    expect(out).toMatch(
      /Operations 0x\w{40}\n {2}as of block \d+ 0x\w{64}, \S+Z, .* ago\n {2}No exit is under way\.\n/,
    );
    expect(out).toMatch(
      /Lido, from wstETH: waiting\n {4}ticket {5}lido:1\n {4}asked for {2}20\.0000 ETH\n {4}pays now {3}20\.0000 ETH\n/,
    );
    expect(out).toMatch(
      /requested {2}in block \d+, transaction 0x\w{64}\n {4}claimable {2}no date, .* the next that it pays out/,
    );
    expect(out).toMatch(/read {7}getWithdrawalStatus of 0x\w{40}, block \d+/);
  });

  test("one that a slash cut while it waited: both figures of the chain, the loss and its cause", async () => {
    await opened.world.devnet.runScenario("slash", { operator: "A", bps: 2_000 });
    await opened.walk.until(operations, "proposed", { blocks: 3 });
    await opened.walk.carryOut(await opened.walk.openProposal(operations));
    // In a block of its own: a slash in the request's block counts as before the request.
    await opened.walk.judge(operations);
    await opened.world.devnet.runScenario("slash", { operator: "A", bps: 2_000 });
    await opened.walk.judge(operations);
    const [queued] = await chain().queued();
    const [{ block, tickets }] = await exitsOf();
    const paid = await chain().tokens(queued?.shares ?? 0n);
    expect(block.number).toBe(String(await chain().blockNumber()));
    expect(tickets).toMatchObject([
      {
        venue: "eigenlayer",
        state: "waiting",
        figures: [{ asset: "stETH", payout: String(paid), lossText: expect.stringContaining("was slashed") }],
        requestedAt: String(queued?.withdrawal.startBlock),
        requestedIn: expect.stringMatching(/^0x\w{64}$/),
        claimableFrom: String((queued?.withdrawal.startBlock ?? 0) + 21),
      },
    ]);
    expect((await run()).out).toMatch(
      /lost {7}[\d.]+ stETH less than asked for: .* was slashed while it waited\. It may/,
    );
  });

  test("its claim names the proposal to sign", async () => {
    for (let mined = 0; mined < 20; mined++) await opened.world.devnet.mineBlock();
    await opened.walk.judge(operations);
    const { safeTxHash, nonce } = await opened.walk.openProposal(operations);
    expect((await run("--account", "meridian operations")).out).toMatch(
      new RegExp(`stETH@0x\\w{40}: claim proposed, nonce ${nonce}, posted, ${safeTxHash}\\n`),
    );
  });

  test("once it is paid it is over: it takes --all to see it, with what came and what was lost", async () => {
    await opened.walk.carryOut(await opened.walk.openProposal(operations));
    await opened.walk.judge(operations);
    expect(await exitsOf()).toMatchObject([{ tickets: [] }]);
    const [row] = await listTickets(opened.keeper.keeper.db, operations);
    const stored = decodeCanonical(row?.life ?? "") as unknown as TicketLife;
    expect(await exitsOf("--all")).toMatchObject([
      {
        tickets: [
          {
            state: "reconciled",
            isOver: true,
            figures: [{ received: String(stored.figures[0]?.received), lossText: expect.any(String) }],
            endedIn: stored.endedIn,
            claimedBy: "account",
          },
        ],
      },
    ]);
    expect((await run("--account", operations.address)).out).toContain(
      "1 over: `ballast tickets --all` shows it.",
    );
    const other = (await run("--account", reserve.address, "--all")).out;
    expect([other.includes("lido:1"), other.includes("eigenlayer:")]).toEqual([true, false]);
  });
});
