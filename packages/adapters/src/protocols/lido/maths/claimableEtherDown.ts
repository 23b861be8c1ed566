import { mulDivDown } from "@ballast/core";
import { E27, requestShareRateDown } from "./shareRate.ts";
import type { WithdrawalRequest } from "./withdrawalRequest.ts";

/**
 * What a final request pays, in wei: what was asked, or floor(shares × maxShareRate ÷ 1e27) when the request's own rate is above the rate
 * of its checkpoint. So no rewards while it waits, and a loss before it is final is borne. Source: lidofinance/core,
 * contracts/0.8.9/WithdrawalQueueBase.sol (_calculateClaimableEther).
 *
 * @param maxShareRate of the checkpoint, in E27
 * @throws UnitError when the request has no shares
 */
export const claimableEtherDown = (request: WithdrawalRequest, maxShareRate: bigint): bigint =>
  requestShareRateDown(request) > maxShareRate
    ? mulDivDown(request.amountOfShares, { times: maxShareRate, over: E27 })
    : request.amountOfStETH;
