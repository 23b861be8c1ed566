import {
  address,
  assetId,
  baseUnits,
  hash32,
  positionId,
  rawAmount,
  seconds,
  sourceId,
  unixSeconds,
  venueId,
  wad,
} from "@ballast/core";
import { privateKeyToAccount } from "viem/accounts";
import { DEVNET_OWNERS } from "../../src/devnet/owners.ts";

/** Invented data for looking at screens without a keeper. Addresses of contracts are made up. */
export const ETHER = 10n ** 18n;
export const CHAIN_ID = 31337n;
export const owners = DEVNET_OWNERS.map(({ key }) => privateKeyToAccount(key));
export const proposer = privateKeyToAccount(
  "0x7c852118294e51e653712a81e05800f419141751be58f605c371e15141b007a6",
);

const made = (digit: string) => address(`0x${digit.repeat(40)}`);

export const contracts = {
  multiSend: address("0x9641d764fc13c8b624c04430c7356c1c7c8102e2"),
  router: made("8"),
  weth: made("1"),
  wsteth: made("2"),
  weeth: made("3"),
  poolWsteth: made("4"),
  poolWeeth: made("5"),
  feed: made("6"),
  handler: made("7"),
  singleton: made("a"),
  delegationManager: made("9"),
  strategy: made("e"),
  withdrawalQueue: made("f"),
} as const;

export const safes = [
  { address: made("c"), name: "Core treasury" },
  { address: made("d"), name: "Reserve" },
] as const;

export const words = {
  address,
  assetId,
  baseUnits,
  hash32,
  positionId,
  rawAmount,
  seconds,
  sourceId,
  unixSeconds,
  venueId,
  wad,
};
