// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Operated} from "./Operated.sol";

/// @notice A time-boxed pause: in force while `pausedUntil` is now or later, as in ether.fi.
abstract contract PausableUntil is Operated {
    uint256 public pausedUntil;

    event PausedUntil(uint256 pausedUntil);

    error ContractPausedUntil(uint256 pausedUntil);

    /// @param timestamp the last second of the pause; 0 ends it
    function pauseUntil(uint256 timestamp) external onlyOperator {
        pausedUntil = timestamp;
        emit PausedUntil(timestamp);
    }

    function _requireNotPausedUntil() internal view {
        if (pausedUntil >= block.timestamp) revert ContractPausedUntil(pausedUntil);
    }
}
