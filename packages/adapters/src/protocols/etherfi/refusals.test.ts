import { rawAmount, unixSeconds } from "@ballast/core";
import { describe, expect, it } from "vitest";
import { ETH } from "../../testing/devnetView.ts";
import type { ContractPause } from "./accessRefusals.ts";
import { type EtherfiClaimFacts, etherfiClaimRefusals } from "./etherfiClaimRefusals.ts";
import { type EtherfiRedeemFacts, etherfiRedeemRefusals } from "./etherfiRedeemRefusals.ts";
import { type EtherfiRequestFacts, etherfiRequestRefusals } from "./etherfiRequestRefusals.ts";

const NOW = unixSeconds(1_000n);
const running: ContractPause = { contract: "liquidityPool", paused: false, pausedUntil: unixSeconds(999n) };
const ACCESS = { now: NOW, blacklistedUntil: 0n, pauses: [running] };
const TOTALS = { pooled: 1_200n * ETH, shares: 1_000n * ETH };

const REQUEST: EtherfiRequestFacts = {
  ...ACCESS,
  totals: TOTALS,
  least: ETH / 1_000n,
  most: 1_000n * ETH,
  balance: rawAmount(900n * ETH),
  receivesNfts: true,
};
const requests = (amounts: readonly bigint[], change: Partial<EtherfiRequestFacts> = {}) =>
  etherfiRequestRefusals(amounts.map(rawAmount), { ...REQUEST, ...change });

describe("what ether.fi's queue would refuse", () => {
  it.each<[string, readonly bigint[], Partial<EtherfiRequestFacts>, readonly string[]]>([
    ["takes what is inside its limits", [ETH, 2n * ETH], {}, []],
    ["refuses nothing", [0n], {}, ["ZeroAmount"]],
    ["refuses too little", [ETH / 1_300n], {}, ["InvalidWithdrawalAmount"]],
    ["takes the most to the wei", [(1_000n * ETH * 10n) / 12n], {}, []],
    ["refuses too much", [(1_000n * ETH * 10n) / 12n + 2n], {}, ["InvalidWithdrawalAmount"]],
    [
      "refuses what is worth nothing even without a least",
      [1n],
      { least: 0n, totals: { pooled: 9n, shares: 10n } },
      ["InvalidWithdrawalAmount"],
    ],
    [
      "refuses what is less than a share",
      [1n],
      { least: 0n, totals: { pooled: 15n, shares: 10n } },
      ["InvalidShareAmount"],
    ],
    ["refuses more than is held", [600n * ETH, 301n * ETH], {}, ["ERC20: transfer amount exceeds balance"]],
    [
      "gives its NFT only to who takes it",
      [ETH],
      { receivesNfts: false },
      ["ERC721: transfer to non ERC721Receiver implementer"],
    ],
    ["refuses a blocked account", [ETH], { blacklistedUntil: 1_001n }, ["BlacklistedUser"]],
    ["takes an account from the second on at which its block ends", [ETH], { blacklistedUntil: 1_000n }, []],
    ["refuses while paused for good", [ETH], { pauses: [{ ...running, paused: true }] }, ["ContractPaused"]],
    [
      "refuses up to the last second of a timed pause",
      [ETH],
      { pauses: [{ ...running, pausedUntil: NOW }] },
      ["ContractPausedUntil(1000)"],
    ],
  ])("%s", (_name, amounts, change, errors) => {
    expect(requests(amounts, change).map(({ error }) => error)).toEqual(errors);
  });

  it("says which contract, until when, and what to do", () => {
    const [timed] = requests([ETH], { pauses: [{ ...running, pausedUntil: unixSeconds(5_000n) }] });
    expect(timed?.text).toMatch(/liquidityPool is paused up to block time 5000/);
    expect(requests([ETH], { receivesNfts: false })[0]?.text).toMatch(/fallback handler/);
  });
});

describe("what ether.fi would not pay", () => {
  const FACTS: EtherfiClaimFacts = { ...ACCESS, requestId: 40n, isValid: true, lastFinalized: 40n };
  const eETH: ContractPause = { ...running, contract: "eETH", paused: true };

  it.each<[string, Partial<EtherfiClaimFacts>, readonly string[]]>([
    ["pays the last that is finalised", {}, []],
    ["does not pay the next", { requestId: 41n }, ["RequestNotFinalized"]],
    ["does not pay one that was invalidated", { isValid: false }, ["RequestNotValid"]],
    ["does not pay a blocked account", { blacklistedUntil: 1_001n }, ["BlacklistedUser"]],
    ["pays while the pool is paused", { pauses: [{ ...running, paused: true }] }, []],
    ["does not pay while eETH is, which a claim burns", { pauses: [eETH] }, ["ContractPaused"]],
  ])("%s", (_name, change, errors) => {
    expect(etherfiClaimRefusals({ ...FACTS, ...change }).map(({ error }) => error)).toEqual(errors);
  });
});

describe("what ether.fi would not redeem at once", () => {
  const FACTS: EtherfiRedeemFacts = {
    ...ACCESS,
    totals: TOTALS,
    exitFeeBps: 30n,
    redeemable: 120n * ETH,
    balance: rawAmount(900n * ETH),
  };

  it.each<[string, bigint, Partial<EtherfiRedeemFacts>, readonly string[]]>([
    ["redeems all that it can", 100n * ETH, {}, []],
    ["and not a wei more", 100n * ETH + 1n, {}, ["ExceededRedeemable"]],
    ["nor more than is held", 50n * ETH, { balance: rawAmount(ETH) }, ["InsufficientBalance"]],
    ["nor nothing", 0n, {}, ["InvalidAmount"]],
    ["nor what the fee leaves nothing of", 1n, {}, ["InvalidAmount"]],
    ["nor for a blocked account", ETH, { blacklistedUntil: 2n ** 256n - 1n }, ["BlacklistedUser"]],
    [
      "nor while paused",
      ETH,
      { pauses: [{ ...running, contract: "redemptionManager", paused: true }] },
      ["ContractPaused"],
    ],
  ])("%s", (_name, amount, change, errors) => {
    const refusals = etherfiRedeemRefusals(rawAmount(amount), { ...FACTS, ...change });
    expect(refusals.map(({ error }) => error)).toEqual(errors);
  });
});
