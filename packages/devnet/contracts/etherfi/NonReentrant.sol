// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice A guard against calls back into the same contract, with the error of solady's ReentrancyGuardTransient.
abstract contract NonReentrant {
    bool private transient _entered;

    error Reentrancy();

    modifier nonReentrant() {
        if (_entered) revert Reentrancy();
        _entered = true;
        _;
        _entered = false;
    }
}
