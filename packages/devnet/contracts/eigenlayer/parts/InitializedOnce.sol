// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice Storage is set up through the proxy, once. The implementation itself is locked at its construction.
abstract contract InitializedOnce {
    bool private _initialized;

    error AlreadyInitialized();

    modifier initializer() {
        if (_initialized) revert AlreadyInitialized();
        _initialized = true;
        _;
    }

    constructor() {
        _initialized = true;
    }
}
