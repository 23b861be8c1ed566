// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {QueueRequests} from "./QueueRequests.sol";

/// @notice How requests become final: a checkpoint keeps the share rate that pays them at most, ether is locked for them.
abstract contract QueueFinalization is QueueRequests {
    /// @dev share rates are ether per share times 1e27
    uint256 internal constant E27 = 1e27;

    struct Checkpoint {
        uint256 fromRequestId;
        uint256 maxShareRate;
    }

    uint256 public getLastCheckpointIndex;
    uint256 public getLockedEtherAmount;
    /// @dev from 1
    mapping(uint256 => Checkpoint) internal _checkpoints;

    event WithdrawalsFinalized(
        uint256 indexed from, uint256 indexed to, uint256 amountOfETHLocked, uint256 sharesToBurn, uint256 timestamp
    );

    error ZeroShareRate();
    error EmptyBatches();
    error BatchesAreNotSorted();
    error TooMuchEtherToFinalize(uint256 sent, uint256 maxExpected);
    error InvalidRequestIdRange(uint256 startId, uint256 endId);
    error RequestIdsNotSorted();

    /// @notice What finalising needs. Each batch is judged as a whole: its average rate against the maximum.
    /// @param batches the last request of each batch, ascending
    function prefinalize(uint256[] calldata batches, uint256 maxShareRate)
        external
        view
        returns (uint256 ethToLock, uint256 sharesToBurn)
    {
        if (maxShareRate == 0) revert ZeroShareRate();
        if (batches.length == 0) revert EmptyBatches();
        uint256 previous = getLastFinalizedRequestId;
        if (batches[0] <= previous) revert InvalidRequestId(batches[0]);
        uint256 last = batches[batches.length - 1];
        if (last > getLastRequestId) revert InvalidRequestId(last);
        for (uint256 i = 0; i < batches.length; ++i) {
            if (batches[i] <= previous) revert BatchesAreNotSorted();
            (uint256 stETH, uint256 shares) = _between(previous, batches[i]);
            ethToLock += _payout(stETH, shares, maxShareRate);
            sharesToBurn += shares;
            previous = batches[i];
        }
    }

    /// @notice The checkpoint of each request, 0 for none in the range.
    /// @param ids ascending
    function findCheckpointHints(uint256[] calldata ids, uint256 firstIndex, uint256 lastIndex)
        external
        view
        returns (uint256[] memory hints)
    {
        hints = new uint256[](ids.length);
        uint256 previous = 0;
        uint256 start = firstIndex;
        for (uint256 i = 0; i < ids.length; ++i) {
            if (ids[i] < previous) revert RequestIdsNotSorted();
            start = _findHint(ids[i], start, lastIndex);
            hints[i] = start;
            previous = ids[i];
        }
    }

    function _finalize(uint256 lastId, uint256 ethAmount, uint256 maxShareRate) internal {
        if (lastId > getLastRequestId || lastId <= getLastFinalizedRequestId) revert InvalidRequestId(lastId);
        (uint256 stETH, uint256 shares) = _between(getLastFinalizedRequestId, lastId);
        if (ethAmount > stETH) revert TooMuchEtherToFinalize(ethAmount, stETH);
        uint256 firstId = getLastFinalizedRequestId + 1;
        _checkpoints[++getLastCheckpointIndex] = Checkpoint(firstId, maxShareRate);
        getLockedEtherAmount += ethAmount;
        getLastFinalizedRequestId = lastId;
        emit WithdrawalsFinalized(firstId, lastId, ethAmount, shares, block.timestamp);
    }

    /// @dev the last checkpoint in the range that begins at or before the request, unless the one after the range does, too
    function _findHint(uint256 id, uint256 start, uint256 end) internal view returns (uint256) {
        _requireRequest(id);
        if (start == 0 || end > getLastCheckpointIndex) revert InvalidRequestIdRange(start, end);
        if (id > getLastFinalizedRequestId || start > end) return 0;
        if (id < _checkpoints[start].fromRequestId) return 0;
        if (end < getLastCheckpointIndex && id >= _checkpoints[end + 1].fromRequestId) return 0;
        uint256 low = start;
        uint256 high = end;
        while (low < high) {
            uint256 middle = (low + high + 1) / 2;
            if (_checkpoints[middle].fromRequestId <= id) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    /// @dev floor(shares * maxShareRate / 1e27) when the requests' own rate is above the maximum, else what was asked
    function _payout(uint256 stETH, uint256 shares, uint256 maxShareRate) internal pure returns (uint256) {
        return (stETH * E27) / shares > maxShareRate ? (shares * maxShareRate) / E27 : stETH;
    }
}
