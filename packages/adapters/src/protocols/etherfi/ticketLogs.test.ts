import { describe, expect, it } from "vitest";
import { addressOf } from "../../testing/devnetView.ts";
import { ACCOUNT } from "../../testing/fakeReader.ts";
import { FULL } from "../../testing/fullDeployment.ts";
import { sampleLog } from "../../testing/sampleLog.ts";
import { LogUnreadable } from "../../tickets/LogUnreadable.ts";
import { ticketLogs } from "./ticketLogs.ts";

const OWN = BigInt(ACCOUNT.address);

function decoded(name: string, args: readonly bigint[]) {
  return ticketLogs
    .filter(({ signature }) => signature.startsWith(`${name}(`))
    .map(({ signature, decode }) =>
      decode(sampleLog({ address: addressOf("withdrawRequestNFT"), signature, args }), FULL),
    );
}

describe("what ether.fi's log says of tickets", () => {
  it("a request belongs to who got the NFT, and is promised what was asked", () => {
    expect(decoded("WithdrawRequestCreated", [17n, 12n, 10n, OWN])).toMatchObject([
      {
        kind: "requested",
        ticket: "etherfi:17",
        venue: "etherfi",
        account: ACCOUNT.address,
        position: "etherfi:weETH",
        amounts: [{ asset: "ETH", amount: 12n }],
      },
    ]);
  });

  it("a claim, by whomever, paid the holder what it says", () => {
    expect(decoded("WithdrawRequestClaimed", [17n, 11n, 10n, OWN])).toMatchObject([
      { kind: "claimed", account: ACCOUNT.address, amounts: [{ asset: "ETH", amount: 11n }] },
    ]);
  });

  it("an invalidation names the request alone", () => {
    expect(decoded("WithdrawRequestInvalidated", [17n])).toMatchObject([
      { kind: "invalidated", ticket: "etherfi:17", account: null, amounts: [] },
    ]);
  });

  it("a seized request is transferred away", () => {
    expect(decoded("Transfer", [OWN, 5n, 17n]).map((event) => event?.kind)).toEqual([
      "transferred-away",
      "requested",
    ]);
  });

  it("a log of another form is refused, never skipped", () => {
    const log = sampleLog({
      address: addressOf("withdrawRequestNFT"),
      signature: "WithdrawRequestCreated(uint256 requestId,uint256 amountOfEEth)",
      args: [17n, 12n],
    });
    for (const { decode } of ticketLogs.filter(({ signature }) => signature.startsWith("Withdraw"))) {
      expect(() => decode(log, FULL)).toThrow(LogUnreadable);
    }
  });
});
