import type { Address, Hex } from "@ballast/core";
import { encodeEventTopics, pad, parseAbi } from "viem";
import { describe, expect, it } from "vitest";
import { ACCOUNT } from "../testing/sampleBatch.ts";
import { ROUTER, WETH, WSTETH_POOL } from "../testing/sampleDeployment.ts";
import { WITHDRAW_NFT } from "../testing/withdrawalDeployment.ts";
import { unexpectedEvents } from "./unexpectedEvents.ts";

const STRANGER: Address = "0xbad000000000000000000000000000000000bad0";
const SAFE = ACCOUNT.address;
const ABI = parseAbi([
  "event Transfer(address indexed from, address indexed to, uint256 value)",
  "event Approval(address indexed owner, address indexed spender, uint256 value)",
  "event ApprovalForAll(address indexed owner, address indexed operator, bool approved)",
]);
type Name = "Transfer" | "Approval" | "ApprovalForAll";

const topics = (eventName: Name, [from, to]: readonly [Address, Address]): readonly Hex[] => [
  ...encodeEventTopics({ abi: ABI, eventName }).filter((topic) => typeof topic === "string"),
  pad(from, { size: 32 }),
  pad(to, { size: 32 }),
];
const codes = (eventName: Name, parties: readonly [Address, Address]) =>
  unexpectedEvents([{ address: WETH, topics: topics(eventName, parties), data: "0x" }], {
    account: SAFE,
    payees: [ROUTER, WSTETH_POOL],
    burned: [],
  }).map(({ code }) => code);

describe("unexpectedEvents", () => {
  it.each<[string, Name, readonly [Address, Address], readonly string[]]>([
    ["paying a pool of the plan is foreseen", "Transfer", [SAFE, WSTETH_POOL], []],
    ["paying oneself is foreseen", "Transfer", [SAFE, SAFE], []],
    ["being paid is foreseen", "Transfer", [STRANGER, SAFE], []],
    ["others paying each other is none of ours", "Transfer", [STRANGER, ROUTER], []],
    ["paying a stranger is not foreseen", "Transfer", [SAFE, STRANGER], ["transfer-to-stranger"]],
    [
      "burning is not foreseen",
      "Transfer",
      [SAFE, `0x${"00".repeat(20)}` as const],
      ["transfer-to-stranger"],
    ],
    ["an allowance for the plan's router is foreseen", "Approval", [SAFE, ROUTER], []],
    ["an allowance for a stranger is not", "Approval", [SAFE, STRANGER], ["approval-to-stranger"]],
    ["an operator for all tokens is not", "ApprovalForAll", [SAFE, STRANGER], ["approval-to-stranger"]],
  ])("%s", (_, name, parties, expected) => expect(codes(name, parties)).toEqual(expected));

  it("does not stumble over events of other forms", () => {
    const logs = [
      { address: WETH, topics: [], data: "0x" as const },
      { address: WETH, topics: [`0x${"99".repeat(32)}` as const], data: "0x" as const },
    ];
    expect(unexpectedEvents(logs, { account: SAFE, payees: [], burned: [] })).toEqual([]);
  });

  it("reports a transfer out whose receiver is not named", () => {
    const [topic = "0x", from = "0x"] = topics("Transfer", [SAFE, STRANGER]);
    const logs = [{ address: WETH, topics: [topic, from], data: "0x" as const }];
    expect(unexpectedEvents(logs, { account: SAFE, payees: [], burned: [] })).toHaveLength(1);
  });
});

describe("the token of a ticket", () => {
  const NOBODY: Address = `0x${"00".repeat(20)}` as const;
  const id = (value: bigint): Hex => pad(`0x${value.toString(16)}`, { size: 32 });
  const burn = (address: Address, ...rest: Hex[]) =>
    unexpectedEvents([{ address, topics: [...topics("Transfer", [SAFE, NOBODY]), ...rest], data: "0x" }], {
      account: SAFE,
      payees: [],
      burned: [{ contract: WITHDRAW_NFT, id: 7n }],
    }).map(({ code }) => code);

  it("may be burned by its claim", () => expect(burn(WITHDRAW_NFT, id(7n))).toEqual([]));

  it.each<[string, readonly string[]]>([
    ["another id", burn(WITHDRAW_NFT, id(8n))],
    ["the same id of another contract", burn(WETH, id(7n))],
    ["an amount of a token, which has no id", burn(WITHDRAW_NFT)],
  ])("is not %s", (_, found) => expect(found).toEqual(["transfer-to-stranger"]));

  it("may not be given to somebody, nor be spent by somebody", () => {
    const parties = { account: SAFE, payees: [], burned: [{ contract: WITHDRAW_NFT, id: 7n }] };
    const given = (["Transfer", "Approval"] as const).map((name) => ({
      address: WITHDRAW_NFT,
      topics: [...topics(name, [SAFE, STRANGER]), id(7n)],
      data: "0x" as const,
    }));
    expect(unexpectedEvents(given, parties).map(({ code }) => code)).toEqual([
      "transfer-to-stranger",
      "approval-to-stranger",
    ]);
  });
});
