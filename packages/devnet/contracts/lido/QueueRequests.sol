// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {QueueOwners} from "./QueueOwners.sol";

/// @notice The requests of Lido's withdrawal queue in order of arrival, each with running totals, and how many of them are final.
abstract contract QueueRequests is QueueOwners {
    struct Request {
        uint128 cumulativeStETH;
        uint128 cumulativeShares;
        address owner;
        uint40 timestamp;
        bool claimed;
    }

    struct WithdrawalRequestStatus {
        uint256 amountOfStETH;
        uint256 amountOfShares;
        address owner;
        uint256 timestamp;
        bool isFinalized;
        bool isClaimed;
    }

    uint256 public getLastRequestId;
    uint256 public getLastFinalizedRequestId;
    /// @dev entry 0 stays empty, so that the first request has a predecessor
    mapping(uint256 => Request) internal _queue;

    event WithdrawalRequested(
        uint256 indexed requestId,
        address indexed requestor,
        address indexed owner,
        uint256 amountOfStETH,
        uint256 amountOfShares
    );

    error InvalidRequestId(uint256 requestId);

    function unfinalizedRequestNumber() external view returns (uint256) {
        return getLastRequestId - getLastFinalizedRequestId;
    }

    function unfinalizedStETH() external view returns (uint256) {
        return _queue[getLastRequestId].cumulativeStETH - _queue[getLastFinalizedRequestId].cumulativeStETH;
    }

    function getWithdrawalStatus(uint256[] calldata ids)
        external
        view
        returns (WithdrawalRequestStatus[] memory statuses)
    {
        statuses = new WithdrawalRequestStatus[](ids.length);
        for (uint256 i = 0; i < ids.length; ++i) {
            _requireRequest(ids[i]);
            (uint256 stETH, uint256 shares) = _between(ids[i] - 1, ids[i]);
            Request storage request = _queue[ids[i]];
            bool isFinalized = ids[i] <= getLastFinalizedRequestId;
            statuses[i] = WithdrawalRequestStatus(
                stETH, shares, request.owner, request.timestamp, isFinalized, request.claimed
            );
        }
    }

    function _enqueue(uint128 stETH, uint128 shares, address owner) internal returns (uint256 id) {
        Request storage last = _queue[getLastRequestId];
        id = ++getLastRequestId;
        _queue[id] = Request(
            last.cumulativeStETH + stETH, last.cumulativeShares + shares, owner, uint40(block.timestamp), false
        );
        _addRequest(owner, id);
        emit WithdrawalRequested(id, msg.sender, owner, stETH, shares);
    }

    /// @dev stETH and shares of the requests after `first`, up to and with `last`
    function _between(uint256 first, uint256 last) internal view returns (uint256 stETH, uint256 shares) {
        stETH = _queue[last].cumulativeStETH - _queue[first].cumulativeStETH;
        shares = _queue[last].cumulativeShares - _queue[first].cumulativeShares;
    }

    function _requireRequest(uint256 id) internal view {
        if (id == 0 || id > getLastRequestId) revert InvalidRequestId(id);
    }
}
