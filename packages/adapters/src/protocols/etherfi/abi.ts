import { parseAbi } from "viem";

/** Functions of ether.fi's contracts that are used. Signatures: etherfi-protocol/smart-contracts, src/core/WeETH.sol, EETH.sol, LiquidityPool.sol. */
export const ETHERFI = parseAbi([
  "function getRate() view returns (uint256)",
  "function totalShares() view returns (uint256)",
  "function getTotalPooledEther() view returns (uint256)",
  "function minWithdrawAmount() view returns (uint256)",
  "function maxWithdrawAmount() view returns (uint256)",
  "function paused() view returns (bool)",
  "function pausedUntil() view returns (uint256)",
  "function balanceOf(address user) view returns (uint256)",
]);

/** Of src/withdrawals/WithdrawRequestNFT.sol. */
export const WITHDRAW_REQUEST_NFT = parseAbi([
  "function batchClaimWithdraw(uint256[] tokenIds)",
  "function getRequest(uint256 requestId) view returns ((uint96 amountOfEEth, uint96 shareOfEEth, bool isValid, uint32 feeGwei) request)",
  "function getClaimableAmount(uint256 tokenId) view returns (uint256)",
  "function ownerOf(uint256 tokenId) view returns (address)",
  "function nextRequestId() view returns (uint32)",
  "function lastFinalizedRequestId() view returns (uint32)",
  "function ethAmountLockedForWithdrawal() view returns (uint128)",
]);

/** Of src/withdrawals/WeETHWithdrawAdapter.sol. */
export const WITHDRAW_ADAPTER = parseAbi([
  "function requestWithdraw(uint256 weETHAmount, address recipient) returns (uint256 requestId)",
  "function weETH() view returns (address)",
]);

/** Of src/withdrawals/EtherFiRedemptionManager.sol; the bucket's limit stands first in what it keeps of a token. */
export const REDEMPTION_MANAGER = parseAbi([
  "function redeemWeEth(uint256 weEthAmount, address receiver, address outputToken)",
  "function tokenToRedemptionInfo(address token) view returns ((uint64 capacity, uint64 remaining, uint64 lastRefill, uint64 refillRate) limit, uint16 exitFeeSplitToTreasuryInBps, uint16 exitFeeInBps, uint16 lowWatermarkInBpsOfTvl)",
  "function totalRedeemableAmount(address token) view returns (uint256)",
  "function canRedeem(uint256 amount, address token) view returns (bool)",
  "function treasury() view returns (address)",
]);

/** Of src/governance/Blacklister.sol. */
export const BLACKLISTER = parseAbi(["function blacklistedUntil(address user) view returns (uint256)"]);

/** EIP-721, interface ERC721TokenReceiver: what a contract must answer to be given an NFT. */
export const NFT_RECEIVER = parseAbi([
  "function onERC721Received(address operator, address from, uint256 tokenId, bytes data) returns (bytes4)",
]);
