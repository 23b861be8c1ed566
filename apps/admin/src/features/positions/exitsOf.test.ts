import type { Snapshot } from "@ballast/core";
import { describe, expect, test } from "vitest";
import { exitsOf } from "./exitsOf.ts";

const exit = (change: object = {}) => ({
  position: "etherfi:weETH",
  way: "instant",
  assetIn: "weETH",
  assetOut: "ETH",
  fee: 30n,
  capacity: 500n * 10n ** 18n,
  delay: 0n,
  stoppedBy: [],
  ...change,
});

const rows = (exits: object[], missing: object[] = []) => exitsOf({ exits, missing } as unknown as Snapshot);

describe("ways out", () => {
  test.each([
    [
      "one that pays at once has a fee and a most",
      {},
      {
        way: "At once",
        pays: "ETH",
        fee: "0.30\u00a0%",
        delay: "None",
        capacity: "500.00\u00a0weETH",
        stopped: "",
      },
    ],
    [
      "a queue has a delay",
      { way: "queue", fee: 0n, capacity: null, delay: 1_209_600n },
      { way: "Withdrawal queue", fee: "None", delay: "About 14\u00a0d", capacity: "All of it" },
    ],
    ["a queue that promises nothing says so", { way: "queue", delay: null }, { delay: "No date promised" }],
    [
      "one that is stopped says by what",
      { stoppedBy: ["no-fallback-handler", "paused"] },
      { stopped: "the Safe has no fallback handler to receive the ticket, it is paused" },
    ],
  ])("%s", (_name, change, shown) => {
    expect(rows([exit(change)])[0]).toMatchObject(shown);
  });

  test("one that could not be read is listed with why, and with nothing else", () => {
    const missing = [
      { subject: "exit:lido:wstETH:queue", detail: "timed out", code: "rpc" },
      { subject: "feed:x", detail: "", code: "rpc" },
    ];
    expect(rows([], missing)).toMatchObject([
      { name: "wstETH", venue: "Lido", way: "Withdrawal queue", unread: "timed out", fee: "" },
    ]);
  });
});
