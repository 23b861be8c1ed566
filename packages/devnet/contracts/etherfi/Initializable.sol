// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice What a constructor cannot do for a contract behind a proxy, done once.
abstract contract Initializable {
    bool private _initialized;

    modifier initializer() {
        require(!_initialized, "Initializable: contract is already initialized");
        _initialized = true;
        _;
    }
}
