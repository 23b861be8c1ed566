import { toEventSelector, toFunctionSelector } from "viem";
import { describe, expect, it } from "vitest";
import { adapters } from "../registry.ts";
import { QUOTER_V2, SWAP_ROUTER_02 } from "../routes/uniswap-v3/abi.ts";
import * as etherfi from "./etherfi/abi.ts";
import * as lido from "./lido/abi.ts";

/**
 * Selectors as the deployed contracts have them, from ABIs that were compiled from the protocols' repositories; for Aragon's
 * proxy and EIP-721 from their published interfaces.
 */
const SELECTORS: Readonly<Record<string, string>> = {
  stEthPerToken: "0x035faf82",
  isStopped: "0x3f683b6a",
  getTotalShares: "0xd5002f2e",
  implementation: "0x5c60da1b",
  kernel: "0xd4aae0c4",
  requestWithdrawalsWstETH: "0x19aa6257",
  claimWithdrawals: "0xe3afe0a3",
  getWithdrawalRequests: "0x7d031b65",
  getWithdrawalStatus: "0xb8c4b85a",
  findCheckpointHints: "0x62abe3fa",
  getClaimableEther: "0xc97912d8",
  prefinalize: "0xa52e9c9f",
  isPaused: "0xb187bd26",
  getResumeSinceTimestamp: "0x589ff76c",
  isBunkerModeActive: "0x2b95b781",
  unfinalizedStETH: "0xd0fb84e8",
  MIN_STETH_WITHDRAWAL_AMOUNT: "0x0d25a957",
  MAX_STETH_WITHDRAWAL_AMOUNT: "0xdb2296cd",
  getLastFinalizedRequestId: "0x4f069a13",
  getLastCheckpointIndex: "0x526eae3e",
  getRate: "0x679aefce",
  totalShares: "0x3a98ef39",
  getTotalPooledEther: "0x37cfdaca",
  minWithdrawAmount: "0x457e1a49",
  maxWithdrawAmount: "0xf516440c",
  balanceOf: "0x70a08231",
  paused: "0x5c975abb",
  pausedUntil: "0xda748b10",
  batchClaimWithdraw: "0x24fccdcf",
  getRequest: "0xc58343ef",
  getClaimableAmount: "0x7d8ca242",
  ownerOf: "0x6352211e",
  nextRequestId: "0x6a84a985",
  lastFinalizedRequestId: "0x667a739e",
  ethAmountLockedForWithdrawal: "0xda792058",
  requestWithdraw: "0xccc143b8",
  weETH: "0xc72bf7a5",
  redeemWeEth: "0x50cd3742",
  tokenToRedemptionInfo: "0x5d645328",
  totalRedeemableAmount: "0xcf52e9f6",
  canRedeem: "0x5d943e1d",
  treasury: "0x61d027b3",
  blacklistedUntil: "0x623289e8",
  onERC721Received: "0x150b7a02",
  quoteExactInputSingle: "0xc6a5026a",
  exactInputSingle: "0x04e45aaf",
};

const TOPICS = {
  TokenRebased: "0xff08c3ef606d198e316ef5b822193c489965899eb4e3c248cea1a4626c3eda50",
  Rebase: "0x11c6bf55864ff83827df712625d7a80e5583eef0264921025e7cd22003a21511",
  WithdrawalRequested: "0xf0cb471f23fb74ea44b8252eb1881a2dca546288d9f6e90d1a0e82fe0ed342ab",
  WithdrawalClaimed: "0x6ad26c5e238e7d002799f9a5db07e81ef14e37386ae03496d7a7ef04713e145b",
  WithdrawalsFinalized: "0x197874c72af6a06fb0aa4fab45fd39c7cb61ac0992159872dc3295207da7e9eb",
  BunkerModeEnabled: "0x47f03b07e5b5377f871539bb2942f5ecb72733be9fc9d55a17b6d6a05d418345",
  BunkerModeDisabled: "0xd1f8a2998c0caf73e09434aa93d273a599060d789407c6f70ccd4c9c9f32c8f4",
  WithdrawRequestCreated: "0xe8c5062a529781e00d69c769270eb1f1ae6feb921aa80d238bb7b4b919b1ab22",
  WithdrawRequestClaimed: "0x31712d805743a128cf0ab8cdf453da51797d2e6f674bd1e5d77d92e1518e4921",
  WithdrawRequestInvalidated: "0xd1438bf0c355cea90a9b9659e0a0455232d0e6da85797802b4c73778f1e35f13",
  WithdrawRequestSeized: "0x8f13b46229b7bc68329da7a7aec3a926547f0cbb2e5379d36e1310e81052b8f6",
  Redeemed: "0xc733e5de6c9a33d3ad4494396148842e6b8788ce5161d4d96ff548de6019fc60",
  UserBlacklisted: "0x7f8b7dc89dae85811a7a85800b892b5816ad5d381c856f1b56490f8fc470c9cb",
  UserBlacklistedUntil: "0x5ffe8aa215ff509a8b962d6db75a6ad3024ef4d9a4ffa79612eafcd44ef0f52b",
} as const;

const functions = [
  ...lido.LIDO,
  ...lido.QUEUE,
  ...etherfi.ETHERFI,
  ...etherfi.WITHDRAW_REQUEST_NFT,
  ...etherfi.WITHDRAW_ADAPTER,
  ...etherfi.REDEMPTION_MANAGER,
  ...etherfi.BLACKLISTER,
  ...etherfi.NFT_RECEIVER,
  ...QUOTER_V2,
  ...SWAP_ROUTER_02,
];
const getters = [...lido.POOL_GETTERS, ...lido.QUEUE_GETTERS];
const nameOf = (signature: string) => signature.slice(0, signature.indexOf("("));

describe("signatures", () => {
  it.each(functions.map((item) => [item.name, item] as const))(
    "%s has the contract's selector",
    (name, item) => {
      expect(toFunctionSelector(item)).toBe(SELECTORS[name]);
    },
  );

  it.each(getters)("the getter %s has the contract's selector", (name) => {
    expect(toFunctionSelector(`${name}()`)).toBe(SELECTORS[name]);
  });

  it.each(
    adapters.flatMap(({ pauses }) => pauses.map(({ contract, signature }) => [contract, signature] as const)),
  )("%s is asked %s with the contract's selector", (_contract, signature) => {
    expect(toFunctionSelector(`function ${signature}`)).toBe(SELECTORS[nameOf(signature)]);
  });

  it.each(Object.entries(TOPICS))("%s has the contract's topic", (name, topic) => {
    const all = adapters.flatMap(({ events, ticketLogs }) => [...events, ...ticketLogs]);
    const found = all.filter(({ signature }) => nameOf(signature) === name);
    expect(found.length).toBeGreaterThan(0);
    for (const { signature } of found) expect(toEventSelector(`event ${signature}`)).toBe(topic);
  });

  it.each(adapters.flatMap(({ events }) => events.map((event) => [event.signature, event] as const)))(
    "%s is an event that can be watched, and says why",
    (signature, { why }) => {
      expect(toEventSelector(`event ${signature}`)).toMatch(/^0x[0-9a-f]{64}$/);
      expect(why.length).toBeGreaterThan(10);
    },
  );
});
