import { type Devnet, devnetAccounts } from "@ballast/devnet";
import { encodeFunctionData, type Hex, parseAbi } from "viem";
import { sendAs } from "./asAccount.ts";
import { eigenLayerAddress, restakedBy } from "./restaked.ts";
import { reserve } from "./walk.ts";

/** Written anew from the contracts, so that nothing is shared with what the keeper encodes by. */
const ABI = parseAbi([
  "struct Signature { bytes signature; uint256 expiry; }",
  "function redelegate(address newOperator, Signature approver, bytes32 salt) returns (bytes32[])",
  "struct Withdrawal { address staker; address delegatedTo; address withdrawer; uint256 nonce; uint32 startBlock; address[] strategies; uint256[] scaledShares; }",
  "function completeQueuedWithdrawal(Withdrawal withdrawal, address[] tokens, bool receiveAsTokens)",
]);
/** Blocks that a queued withdrawal takes on the devnet, and the one after. */
const DELAY = 21;

/**
 * The second Safe moves its stake to the operator of the first, by hand and outside of Ballast: both together are then above the cap of that
 * operator. Blocks are mined on the way.
 */
export async function moveReserveToOperatorA({ rpcUrls, mineBlock }: Devnet): Promise<void> {
  const [rpcUrl] = rpcUrls;
  const send = (data: Hex) =>
    sendAs(reserve.address, { to: eigenLayerAddress("delegationManager"), data, rpcUrl });
  const approver = { signature: "0x", expiry: 0n } as const;
  const salt = `0x${"00".repeat(32)}` as const;
  const args = [devnetAccounts.operatorA.address, approver, salt] as const;
  await send(encodeFunctionData({ abi: ABI, functionName: "redelegate", args }));
  await mineBlock();
  const [queued] = await restakedBy(rpcUrl, reserve.address).queued();
  if (queued === undefined) throw new Error("nothing was queued");
  for (let mined = 0; mined < DELAY; mined++) await mineBlock();
  const tokens = [`0x${"00".repeat(20)}`] as const;
  const completion = [queued.withdrawal, tokens, false] as const;
  await send(encodeFunctionData({ abi: ABI, functionName: "completeQueuedWithdrawal", args: completion }));
  await mineBlock();
}
