// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {QueueFinalization} from "./QueueFinalization.sol";

/// @notice How final requests are paid, each from the checkpoint that a hint names. Works while the queue is paused.
abstract contract QueueClaims is QueueFinalization {
    event WithdrawalClaimed(
        uint256 indexed requestId, address indexed owner, address indexed receiver, uint256 amountOfETH
    );

    error ArraysLengthMismatch(uint256 firstArrayLength, uint256 secondArrayLength);
    error CantSendValueRecipientMayHaveReverted();
    error InvalidHint(uint256 hint);
    error NotEnoughEther();
    error NotOwner(address sender, address owner);
    error RequestAlreadyClaimed(uint256 requestId);
    error RequestNotFoundOrNotFinalized(uint256 requestId);
    error ZeroRecipient();

    /// @notice Ether that each request would get; 0 while not final, and once claimed.
    function getClaimableEther(uint256[] calldata ids, uint256[] calldata hints)
        external
        view
        returns (uint256[] memory values)
    {
        values = new uint256[](ids.length);
        for (uint256 i = 0; i < ids.length; ++i) {
            uint256 hint = hints[i];
            _requireRequest(ids[i]);
            bool isPayable = ids[i] <= getLastFinalizedRequestId && !_queue[ids[i]].claimed;
            values[i] = isPayable ? _claimable(ids[i], hint) : 0;
        }
    }

    function claimWithdrawal(uint256 id) external {
        _claim(id, _findHint(id, 1, getLastCheckpointIndex), msg.sender);
    }

    function claimWithdrawals(uint256[] calldata ids, uint256[] calldata hints) external {
        _claimAll(ids, hints, msg.sender);
    }

    function claimWithdrawalsTo(uint256[] calldata ids, uint256[] calldata hints, address recipient) external {
        if (recipient == address(0)) revert ZeroRecipient();
        _claimAll(ids, hints, recipient);
    }

    function _emitTransfer(address from, address to, uint256 id) internal virtual;

    function _claimAll(uint256[] calldata ids, uint256[] calldata hints, address recipient) private {
        if (ids.length != hints.length) revert ArraysLengthMismatch(ids.length, hints.length);
        for (uint256 i = 0; i < ids.length; ++i) {
            _claim(ids[i], hints[i], recipient);
        }
    }

    function _claim(uint256 id, uint256 hint, address recipient) private {
        if (id == 0) revert InvalidRequestId(id);
        if (id > getLastFinalizedRequestId) revert RequestNotFoundOrNotFinalized(id);
        Request storage request = _queue[id];
        if (request.claimed) revert RequestAlreadyClaimed(id);
        if (request.owner != msg.sender) revert NotOwner(msg.sender, request.owner);
        request.claimed = true;
        _removeRequest(msg.sender, id);
        uint256 amount = _claimable(id, hint);
        getLockedEtherAmount -= amount;
        if (address(this).balance < amount) revert NotEnoughEther();
        (bool sent,) = recipient.call{value: amount}("");
        if (!sent) revert CantSendValueRecipientMayHaveReverted();
        emit WithdrawalClaimed(id, msg.sender, recipient, amount);
        _emitTransfer(msg.sender, address(0), id);
    }

    function _claimable(uint256 id, uint256 hint) private view returns (uint256) {
        if (hint == 0 || hint > getLastCheckpointIndex) revert InvalidHint(hint);
        if (id < _checkpoints[hint].fromRequestId) revert InvalidHint(hint);
        bool isLast = hint == getLastCheckpointIndex;
        if (!isLast && _checkpoints[hint + 1].fromRequestId <= id) revert InvalidHint(hint);
        (uint256 stETH, uint256 shares) = _between(id - 1, id);
        return _payout(stETH, shares, _checkpoints[hint].maxShareRate);
    }
}
