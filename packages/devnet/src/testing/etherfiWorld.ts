import { type Address, encodeFunctionData, type Hex, maxUint256, parseAbi } from "viem";
import { devnetAccounts } from "../accounts.ts";
import type { DevnetTransaction } from "../chain/transaction.ts";
import { deployEtherfi, type EtherfiContracts, etherToken } from "./deployEtherfi.ts";
import { startEmptyChain } from "./emptyChain.ts";

const abi = parseAbi([
  "function deposit() payable returns (uint256)",
  "function rebase(int128, uint128)",
  "function fundValidators(uint128)",
  "function addEthAmountLockedForWithdrawal(uint128)",
  "function requestWithdraw(address, uint256) returns (uint256)",
  "function setAprBps(uint256)",
  "function setMinWithdrawAmount(uint256)",
  "function setMaxWithdrawAmount(uint256)",
  "function initialize()",
  "function pause()",
  "function unpause()",
  "function pauseUntil(uint256)",
  "function unpauseUntil()",
  "function approve(address, uint256) returns (bool)",
  "function transfer(address, uint256) returns (bool)",
  "function transferFrom(address, address, uint256) returns (bool)",
  "function wrap(uint256) returns (uint256)",
  "function unwrap(uint256) returns (uint256)",
  "function mintShares(address, uint256)",
  "function burnShares(address, uint256)",
  "function claimWithdraw(uint256)",
  "function batchClaimWithdraw(uint256[])",
  "function finalizeRequests(uint256)",
  "function invalidateRequest(uint256)",
  "function validateRequest(uint256)",
  "function seizeInvalidRequest(uint256, address)",
  "function redeemEEth(uint256, address, address)",
  "function redeemWeEth(uint256, address, address)",
  "function setCapacity(uint256, address)",
  "function setRefillRatePerSecond(uint256, address)",
  "function setExitFeeBasisPoints(uint16, address)",
  "function blacklistUser(address)",
  "function blacklistUserUntil(address)",
  "function unblacklistUser(address)",
  "function transmit(int192)",
  "function getTotalPooledEther() view returns (uint256)",
  "function totalShares() view returns (uint256)",
  "function totalValueInLp() view returns (uint128)",
  "function totalValueOutOfLp() view returns (uint128)",
  "function getRate() view returns (uint256)",
  "function amountPerShareCeil() view returns (uint256)",
  "function balanceOf(address) view returns (uint256)",
  "function ownerOf(uint256) view returns (address)",
  "function nextRequestId() view returns (uint32)",
  "function frozenRateFor(uint256) view returns (uint224)",
  "function getClaimableAmount(uint256) view returns (uint256)",
  "function isValid(uint256) view returns (bool)",
  "function totalRedeemableAmount(address) view returns (uint256)",
]);
const adapterAbi = parseAbi(["function requestWithdraw(uint256, address) returns (uint256)"]);

const operator = devnetAccounts.operator.address;
const whale = devnetAccounts.owners[0].address;
const holder = devnetAccounts.owners[1].address;
const stranger = devnetAccounts.owners[2].address;
const ether = 10n ** 18n;
const redemption = {
  treasurySplitBps: 1_000,
  exitFeeBps: 30,
  lowWatermarkBps: 100,
  bucket: 20n * ether,
  refill: ether / 1_000n,
};
const settings = {
  minWithdraw: ether / 100n,
  maxWithdraw: 50n * ether,
  ether: redemption,
  stEth: { ...redemption, lowWatermarkBps: 0, exitFeeBps: 10 },
};

interface Call {
  readonly from?: Address;
  readonly fn: string;
  readonly args?: readonly unknown[];
  readonly value?: bigint;
}

/** A call of one of ether.fi's contracts, the operator's unless told. */
function call(to: Address, { from = operator, fn, args = [], value = 0n }: Call): DevnetTransaction {
  return { what: fn, from, to, data: encodeFunctionData({ abi, functionName: fn, args } as never), value };
}

/**
 * For tests of ether.fi's contracts: a whale with 1,000 ether deposited, a holder with 80 eETH, 20 eETH wrapped and every approval, a
 * total that is a wei away from being round, 5 stETH for redemptions.
 */
export async function etherfiWorld() {
  const empty = await startEmptyChain();
  const at = await deployEtherfi(empty, settings);
  await empty.run(opening(at));
  let snapshot: Hex | undefined;
  return {
    empty,
    at,
    accounts: { operator, whale, holder, stranger },
    ether,
    call,
    ...callsOf(at),
    /** What a view answers; its arguments, where it has some, follow its name. */
    view: <Value = bigint>(address: Address, asked: string | readonly [string, ...unknown[]]) => {
      const [functionName, ...args] = typeof asked === "string" ? [asked] : asked;
      return empty.chain.reader.readContract({ address, abi, functionName, args } as never) as Promise<Value>;
    },
    balance: (address: Address) => empty.chain.reader.getBalance({ address }),
    advance: (seconds: number) => empty.run([], seconds),
    /** Back to the beginning, a second later than whatever came last. */
    restart: async () => {
      if (snapshot !== undefined) await empty.chain.rpc("evm_revert", snapshot);
      snapshot = await empty.chain.rpc<Hex>("evm_snapshot");
      await empty.run([]);
    },
  };
}

/** The calls that most tests make. */
function callsOf(at: EtherfiContracts) {
  const to = at.withdrawRequestNFT;
  const adapterRequest = (amount: bigint) =>
    encodeFunctionData({ abi: adapterAbi, functionName: "requestWithdraw", args: [amount, holder] });
  return {
    request: (amount = ether) =>
      call(at.liquidityPool, { from: holder, fn: "requestWithdraw", args: [holder, amount] }),
    requestByAdapter: (amount: bigint): DevnetTransaction => ({
      what: "request by adapter",
      from: holder,
      to: at.adapter,
      data: adapterRequest(amount),
    }),
    finalise: (id: bigint, locked: bigint) => [
      call(to, { fn: "finalizeRequests", args: [id] }),
      call(at.liquidityPool, { fn: "addEthAmountLockedForWithdrawal", args: [locked] }),
    ],
    claim: (id: bigint, from: Address = holder) => call(to, { from, fn: "claimWithdraw", args: [id] }),
    redeem: (amount: bigint, token: Address = etherToken) =>
      call(at.redemptionManager, { from: holder, fn: "redeemEEth", args: [amount, holder, token] }),
  };
}

function opening(at: EtherfiContracts): DevnetTransaction[] {
  const approve = (token: Address, spender: Address) =>
    call(token, { from: holder, fn: "approve", args: [spender, maxUint256] });
  return [
    call(at.liquidityPool, { from: whale, fn: "deposit", value: 1_000n * ether }),
    call(at.liquidityPool, { from: holder, fn: "deposit", value: 100n * ether }),
    call(at.liquidityPool, { fn: "rebase", args: [2_700_000_000_000_000_001n, 10n ** 17n] }),
    approve(at.eETH, at.weETH),
    approve(at.eETH, at.liquidityPool),
    approve(at.eETH, at.redemptionManager),
    approve(at.weETH, at.adapter),
    approve(at.weETH, at.redemptionManager),
    call(at.weETH, { from: holder, fn: "wrap", args: [20n * ether] }),
    call(at.stETH, { fn: "deposit", value: 5n * ether }),
    call(at.stETH, { fn: "transfer", args: [at.restaker, 5n * ether] }),
  ];
}
