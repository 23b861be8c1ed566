import { describe, expect, it } from "vitest";
import { addressOf } from "../../testing/devnetView.ts";
import { ACCOUNT } from "../../testing/fakeReader.ts";
import { FULL } from "../../testing/fullDeployment.ts";
import { sampleLog } from "../../testing/sampleLog.ts";
import { LogUnreadable } from "../../tickets/LogUnreadable.ts";
import { ticketLogs } from "./ticketLogs.ts";

const OWN = BigInt(ACCOUNT.address);
const named = (name: string) => ticketLogs.find(({ signature }) => signature.startsWith(`${name}(`));

function decoded(name: string, args: readonly bigint[]) {
  const ticketLog = named(name);
  const log = sampleLog({
    address: addressOf("withdrawalQueue"),
    signature: ticketLog?.signature ?? "",
    args,
    block: 9n,
    index: 3n,
  });
  return ticketLog?.decode(log, FULL);
}

describe("what Lido's log says of tickets", () => {
  it("a request belongs to its owner, whoever asked for it, and is promised what was asked", () => {
    expect(decoded("WithdrawalRequested", [17n, 0x99n, OWN, 12n, 10n])).toMatchObject({
      kind: "requested",
      ticket: "lido:17",
      venue: "lido",
      account: ACCOUNT.address,
      position: "lido:wstETH",
      amounts: [{ asset: "ETH", amount: 12n }],
      block: 9n,
      logIndex: 3n,
    });
  });

  it("a claim received what it says", () => {
    expect(decoded("WithdrawalClaimed", [17n, OWN, OWN, 11n])).toMatchObject({
      kind: "claimed",
      account: ACCOUNT.address,
      amounts: [{ asset: "ETH", amount: 11n }],
    });
  });

  it("a claim whose ether went to somebody else gave the account nothing", () => {
    expect(decoded("WithdrawalClaimed", [17n, OWN, 0x99n, 11n])).toMatchObject({
      account: ACCOUNT.address,
      amounts: [{ asset: "ETH", amount: 0n }],
    });
  });

  it("a log of another form is refused, never skipped", () => {
    const log = sampleLog({
      address: addressOf("withdrawalQueue"),
      signature: "WithdrawalRequested(uint256 indexed requestId,uint256 amountOfStETH)",
      args: [17n, 12n],
    });
    for (const { decode } of ticketLogs.filter(({ signature }) => signature.startsWith("Withdraw"))) {
      expect(() => decode(log, FULL)).toThrow(LogUnreadable);
    }
  });

  it("transfers of the NFT are followed both ways", () => {
    const kinds = ticketLogs
      .filter(({ signature }) => signature.startsWith("Transfer("))
      .map(({ decode, signature }) =>
        decode(sampleLog({ address: addressOf("withdrawalQueue"), signature, args: [OWN, 5n, 17n] }), FULL),
      );
    expect(kinds.map((event) => event?.kind)).toEqual(["transferred-away", "requested"]);
  });
});
