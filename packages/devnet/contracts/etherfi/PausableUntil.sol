// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Operated} from "../shared/Operated.sol";

/// @notice ether.fi's two switches: a plain pause, and a time-boxed one in force while `pausedUntil` is now or later. The
/// first is asked first. The real contracts take the length of a time-boxed pause from a setting and let a guardian cool
/// down; here the operator names its last second.
abstract contract PausableUntil is Operated {
    bool public paused;
    uint256 public pausedUntil;

    event Paused(address account);
    event Unpaused(address account);
    event PausedUntil(uint256 pausedUntil);
    event UnpausedUntil();

    error AlreadyPaused();
    error NotPaused();
    error ContractPaused();
    error ContractPausedUntil(uint256 pausedUntil);
    error ContractNotPausedUntil();

    modifier whenNotPaused() {
        _requireNotPaused();
        _;
    }

    function pause() external onlyOperator {
        if (paused) revert AlreadyPaused();
        paused = true;
        emit Paused(msg.sender);
    }

    function unpause() external onlyOperator {
        if (!paused) revert NotPaused();
        paused = false;
        emit Unpaused(msg.sender);
    }

    /// @param timestamp the last second of the pause
    function pauseUntil(uint256 timestamp) external onlyOperator {
        pausedUntil = timestamp;
        emit PausedUntil(timestamp);
    }

    function unpauseUntil() external onlyOperator {
        if (pausedUntil < block.timestamp) revert ContractNotPausedUntil();
        pausedUntil = 0;
        emit UnpausedUntil();
    }

    function _requireNotPaused() internal view {
        if (paused) revert ContractPaused();
        if (pausedUntil >= block.timestamp) revert ContractPausedUntil(pausedUntil);
    }
}
