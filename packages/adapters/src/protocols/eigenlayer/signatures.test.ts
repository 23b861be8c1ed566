import { toEventSelector, toFunctionSelector } from "viem";
import { describe, expect, it } from "vitest";
import { EIGENLAYER } from "./abi.ts";
import { contractNames } from "./contracts.ts";
import { events, pauses } from "./watch.ts";

/** Selectors as the deployed contracts have them, from ABIs that were compiled from EigenLayer's repository, and its Go bindings. */
const SELECTORS: Readonly<Record<string, string>> = {
  paused: "0x5c975abb",
  owner: "0x8da5cb5b",
  balanceOf: "0x70a08231",
  approve: "0x095ea7b3",
  depositIntoStrategy: "0xe7a050aa",
  strategyIsWhitelistedForDeposit: "0x663c1de4",
  delegatedTo: "0x65da1264",
  getDepositedShares: "0x66d5ba93",
  getWithdrawableShares: "0xc978f7ac",
  getQueuedWithdrawals: "0x5dd68579",
  minWithdrawalDelayBlocks: "0xc448feb8",
  delegateTo: "0xeea9064b",
  undelegate: "0xda8be864",
  redelegate: "0xa33a3433",
  queueWithdrawals: "0x0dd8dd02",
  completeQueuedWithdrawals: "0x9435bb43",
  getMaxMagnitudes: "0x547afb87",
  getMaxMagnitudesAtBlock: "0x94d7d00c",
  getStrategyAllocations: "0x40120dab",
  getRegisteredSets: "0x79ae50cd",
  isOperatorSlashable: "0x1352c3e6",
  isOperatorRedistributable: "0xdc2af692",
  underlyingToken: "0x2495a599",
  totalShares: "0x3a98ef39",
  sharesToUnderlyingView: "0x7a8b2637",
  getTVLLimits: "0xdf6fadc1",
};

/** Topics likewise; Upgraded is OpenZeppelin's. */
const TOPICS: Readonly<Record<string, string>> = {
  Paused: "0xab40a374bc51de372200a8bc981af8c9ecdc08dfdaef0bb6e09f88f3c616ef3d",
  Unpaused: "0x3582d1828e26bf56bd801502bc021ac0bc8afb57c826e4986b45593c8fad389c",
  Upgraded: "0xbc7cd75a20ee27fd9adebab32041f755214dbc6bffa90cc0225b39da2e5c2d3b",
  OperatorSlashed: "0x80969ad29428d6797ee7aad084f9e4a42a82fc506dcd2ca3b6fb431f85ccebe5",
  MaxMagnitudeUpdated: "0x1c6458079a41077d003c11faf9bf097e693bd67979e4e6500bac7b29db779b5c",
  EncumberedMagnitudeUpdated: "0xacf9095feb3a370c9cf692421c69ef320d4db5c66e6a7d29c7694eb02364fc55",
  AllocationUpdated: "0x1487af5418c47ee5ea45ef4a93398668120890774a9e13487e61e9dc3baf76dd",
  AllocationDelaySet: "0x4e85751d6331506c6c62335f207eb31f12a61e570f34f5c17640308785c6d4db",
  OperatorAddedToOperatorSet: "0x43232edf9071753d2321e5fa7e018363ee248e5f2142e6c08edd3265bfb4895e",
  OperatorRemovedFromOperatorSet: "0xad34c3070be1dffbcaa499d000ba2b8d9848aefcac3059df245dd95c4ece14fe",
  StrategyAddedToOperatorSet: "0x7ab260fe0af193db5f4986770d831bda4ea46099dc817e8b6716dcae8af8e88b",
  StrategyRemovedFromOperatorSet: "0x7b4b073d80dcac55a11177d8459ad9f664ceeb91f71f27167bb14f8152a7eeee",
  SlasherUpdated: "0x3873f29d7a65a4d75f5ba28909172f486216a1420e77c3c2720815951a6b4f57",
  RedistributionAddressSet: "0x90a6fa2a9b79b910872ebca540cf3bd8be827f586e6420c30d8836e30012907e",
  OperatorSharesSlashed: "0xdd611f4ef63f4385f1756c86ce1f1f389a9013ba6fa07daba8528291bc2d3c30",
  OperatorSharesDecreased: "0x6909600037b75d7b4733aedd815442b5ec018a827751c832aaff64eba5d6d2dd",
  OperatorSharesIncreased: "0x1ec042c965e2edd7107b51188ee0f383e22e76179041ab3a9d18ff151405166c",
  SlashingWithdrawalQueued: "0x26b2aae26516e8719ef50ea2f6831a2efbd4e37dccdf0f6936b27bc08e793e30",
  SlashingWithdrawalCompleted: "0x1f40400889274ed07b24845e5054a87a0cab969eb1277aafe61ae352e7c32a00",
  StakerForceUndelegated: "0xf0eddf07e6ea14f388b47e1e94a0f464ecbd9eed4171130e0fc0e99fb4030a8a",
  StakerUndelegated: "0xfee30966a256b71e14bc0ebfc94315e28ef4a97a7131a9e2b7a310a73af44676",
  DepositScalingFactorUpdated: "0x8be932bac54561f27260f95463d9b8ab37e06b2842e5ee2404157cc13df6eb8f",
  DelegationApproverUpdated: "0x773b54c04d756fcc5e678111f7d730de3be98192000799eee3d63716055a87c6",
  Deposit: "0x5548c837ab068cf56a2c2479df0882a4922fd203edb7517321831d95078c5f62",
  StrategyRemovedFromDepositWhitelist: "0x4074413b4b443e4e58019f2855a8765113358c7c72e39509c6af45fc0f5ba030",
  BurnOrRedistributableSharesIncreased: "0x5f5209798bbac45a16d2dc3bc67319fab26ee00153916d6f07b69f8a134a1e8b",
  BeaconChainSlashingFactorDecreased: "0xb160ab8589bf47dc04ea11b50d46678d21590cea2ed3e454e7bd3e41510f98cf",
};

const nameOf = (signature: string) => signature.slice(0, signature.indexOf("("));
describe("EigenLayer's signatures", () => {
  it.each(EIGENLAYER.map((item) => [item.name, item] as const))(
    "%s has the contract's selector",
    (name, item) => {
      expect(toFunctionSelector(item)).toBe(SELECTORS[name]);
    },
  );

  it.each(events.map(({ signature, contract }) => [contract, nameOf(signature), signature] as const))(
    "%s is watched for %s under the contract's topic",
    (_contract, name, signature) => {
      expect(toEventSelector(`event ${signature}`)).toBe(TOPICS[name]);
    },
  );

  it("watches every listed contract for pauses and new code, and asks each whether it is paused", () => {
    const names = [...contractNames.required, ...contractNames.optional];
    for (const name of ["Paused", "Unpaused", "Upgraded"]) {
      const watched = events.filter(({ signature }) => nameOf(signature) === name);
      expect(watched.map(({ contract }) => contract).toSorted()).toEqual(names.toSorted());
    }
    expect(pauses.map(({ contract }) => contract).toSorted()).toEqual(names.toSorted());
  });

  it.each([
    "OperatorSlashed",
    "MaxMagnitudeUpdated",
    "AllocationUpdated",
    "SlashingWithdrawalQueued",
    "SlashingWithdrawalCompleted",
    "DepositScalingFactorUpdated",
    "Deposit",
  ])("%s has no indexed field: who filters by one sees nothing", (name) => {
    const [event] = events.filter(({ signature }) => nameOf(signature) === name);
    expect(event?.signature).not.toContain("indexed");
  });

  it("watches nothing twice", () => {
    const keys = events.map(({ contract, signature }) => `${contract} ${nameOf(signature)}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
