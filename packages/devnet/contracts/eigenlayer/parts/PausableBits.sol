// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {PauserRegistry} from "../PauserRegistry.sol";

/// @notice A pause for each group of functions: a bitmap. A pauser may only set bits, the unpauser may only clear them.
abstract contract PausableBits {
    PauserRegistry public immutable pauserRegistry;
    uint256 private _paused;

    event Paused(address indexed account, uint256 newPausedStatus);
    event Unpaused(address indexed account, uint256 newPausedStatus);

    error OnlyPauser();
    error OnlyUnpauser();
    error CurrentlyPaused();
    error InvalidNewPausedStatus();
    error InputAddressZero();

    modifier onlyPauser() {
        if (!pauserRegistry.isPauser(msg.sender)) revert OnlyPauser();
        _;
    }

    modifier onlyUnpauser() {
        if (msg.sender != pauserRegistry.unpauser()) revert OnlyUnpauser();
        _;
    }

    modifier onlyWhenNotPaused(uint8 index) {
        if (paused(index)) revert CurrentlyPaused();
        _;
    }

    constructor(PauserRegistry registry) {
        if (address(registry) == address(0)) revert InputAddressZero();
        pauserRegistry = registry;
    }

    function pause(uint256 newPausedStatus) external onlyPauser {
        if (_paused & newPausedStatus != _paused) revert InvalidNewPausedStatus();
        _setPausedStatus(newPausedStatus);
    }

    function pauseAll() external onlyPauser {
        _setPausedStatus(type(uint256).max);
    }

    function unpause(uint256 newPausedStatus) external onlyUnpauser {
        if (_paused & newPausedStatus != newPausedStatus) revert InvalidNewPausedStatus();
        _paused = newPausedStatus;
        emit Unpaused(msg.sender, newPausedStatus);
    }

    function paused() external view returns (uint256) {
        return _paused;
    }

    function paused(uint8 index) public view returns (bool) {
        return (_paused >> index) & 1 == 1;
    }

    function _setPausedStatus(uint256 status) internal {
        _paused = status;
        emit Paused(msg.sender, status);
    }
}
