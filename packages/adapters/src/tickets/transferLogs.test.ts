import { positionId, ticketId, venueId } from "@ballast/core";
import { describe, expect, it } from "vitest";
import { addressOf } from "../testing/devnetView.ts";
import { ACCOUNT } from "../testing/fakeReader.ts";
import { FULL } from "../testing/fullDeployment.ts";
import { sampleLog } from "../testing/sampleLog.ts";
import { LogUnreadable } from "./LogUnreadable.ts";
import { transferLogs } from "./transferLogs.ts";

const STRANGER = 0x99n;
const OWN = BigInt(ACCOUNT.address);
const [away, here] = transferLogs({
  contract: "withdrawalQueue",
  venue: venueId("lido"),
  position: positionId("lido:wstETH"),
  ticketOf: (id) => ticketId(`lido:${id}`),
});
const transfer = (from: bigint, to: bigint) =>
  sampleLog({
    address: addressOf("withdrawalQueue"),
    signature: away?.signature ?? "",
    args: [from, to, 17n],
  });

describe("an NFT that changes hands", () => {
  it("is gone from the one and there for the other, who is promised no amount by the log", () => {
    const log = transfer(OWN, STRANGER);
    expect(away?.decode(log, FULL)).toMatchObject({
      kind: "transferred-away",
      ticket: "lido:17",
      account: ACCOUNT.address,
      amounts: [],
    });
    expect(here?.decode(log, FULL)).toMatchObject({
      kind: "requested",
      ticket: "lido:17",
      account: `0x${"99".padStart(40, "0")}`,
      position: "lido:wstETH",
    });
  });

  it.each([
    ["minting", 0n, OWN],
    ["burning", OWN, 0n],
  ])("%s is told by the venue's own events", (_name, from, to) => {
    expect([away, here].map((one) => one?.decode(transfer(from, to), FULL))).toEqual([null, null]);
  });

  it("is refused in another form", () => {
    const log = { ...transfer(OWN, STRANGER), data: "0x01" as const };
    expect(() => away?.decode(log, FULL)).toThrow(LogUnreadable);
  });
});
