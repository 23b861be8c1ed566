import { unixSeconds } from "@ballast/core";
import { expect, test } from "vitest";
import type { AccountTickets } from "../../tickets/accountTickets.ts";
import { ticketsOutcome } from "./ticketsOutcome.ts";

const account = { address: `0x${"ab".repeat(20)}`, name: "Reserve" };
const block = { chainId: 1n, number: 1_000n, hash: "0xb1", timestamp: 1_700_000_000n };
const status = (ticket: string, isOver = false) => ({
  life: {
    ticket,
    venue: "lido",
    position: "lido:wstETH",
    state: isOver ? "reconciled" : "waiting",
    figures: [{ asset: "ETH", promised: 9n, payout: 4n, received: null, loss: 5n, difference: null }],
    requestedAt: 10n,
    claimableFrom: null,
    ahead: null,
    stoppedBy: [],
    endedAt: null,
    endedIn: null,
    claimedBy: null,
  },
  requestedIn: "0x7a",
  proposal: null,
  claimableAt: null,
  asOfBlock: 1_000n,
  source: null,
  isOver,
});

const outcome = (given: object[], { isAll = false, now = 1_700_000_090n } = {}) => {
  const loaded = given.map((each) => ({ account, block, statuses: [], missing: [], ...each }));
  const answer = ticketsOutcome(loaded as unknown as AccountTickets[], { isAll, now: unixSeconds(now) });
  return { ...answer, text: answer.text.replaceAll("\u00a0", " ") };
};
const both = { statuses: [status("lido:1"), status("lido:2", true)] };

test("without an account it says how one comes to be", () => {
  expect(outcome([])).toMatchObject({
    exitCode: 0,
    text: expect.stringContaining("No account is registered yet"),
    json: [],
  });
});

test("an account that was not read yet is not one without exits", () => {
  const { text, json } = outcome([{ block: null }]);
  expect(text).toContain("It was not read yet. Start the keeper");
  expect(text).not.toContain("No exit is under way");
  expect(json).toMatchObject([{ block: null, tickets: [] }]);
});

test("the empty state has a block and an age, and says what is hidden", () => {
  expect(outcome([{}]).text).toBe(
    "Reserve 0xABaBaBaBABabABabAbAbABAbABabababaBaBABaB\n  as of block 1,000 0xb1, 2023-11-14T22:13:20Z, 1 m 30 s ago\n  No exit is under way.",
  );
  expect(outcome([{ statuses: [status("lido:2", true)] }]).text).toContain(
    "No exit is under way. 1 over: `ballast tickets --all` shows it.",
  );
  expect(outcome([{ statuses: [status("lido:2", true), status("lido:3", true)] }]).text).toContain(
    "2 over: `ballast tickets --all` shows them.",
  );
});

test("a block ahead of this machine's clock is no seconds old", () => {
  expect(outcome([{}], { now: 1_699_999_000n }).text).toContain("0 s ago");
});

test("those that are over are shown on request", () => {
  const shown = (isAll: boolean) =>
    ["lido:1", "lido:2"].filter((ticket) => outcome([both], { isAll }).text.includes(ticket));
  expect([shown(false), shown(true)]).toEqual([["lido:1"], ["lido:1", "lido:2"]]);
  const counts = [false, true].map(
    (isAll) => (outcome([both], { isAll }).json as { tickets: object[] }[])[0]?.tickets.length,
  );
  expect(counts).toEqual([1, 2]);
});

test("what could not be read is told", () => {
  const missing = [{ subject: "ticket:lido:9", code: "rpc", retry: true, detail: "no answer" }];
  expect(outcome([{ missing }]).text).toContain(
    "Not read: ticket:lido:9: no answer. What it would show is missing here.",
  );
  expect(outcome([{ missing }]).json).toMatchObject([{ missing }]);
});

test("the document has amounts in smallest units, and the loss in words too", () => {
  expect(outcome([both]).json).toMatchObject([
    {
      account: account.address,
      name: "Reserve",
      block: { number: 1_000n, age: 90n },
      tickets: [
        {
          ticket: "lido:1",
          operator: null,
          state: "waiting",
          figures: [{ promised: 9n, payout: 4n, loss: 5n, lossText: expect.stringContaining("rebase") }],
          requestedIn: "0x7a",
          proposal: null,
        },
      ],
    },
  ]);
});
