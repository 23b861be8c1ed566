// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Operated} from "../shared/Operated.sol";

/// @notice Accounts that may neither hold, move nor redeem: ether.fi's Blacklister, with the operator as guardian and multisig.
contract Blacklister is Operated {
    uint256 public constant BLACKLIST_DURATION = 3 days;

    /// @notice blacklisted while this is later than now
    mapping(address => uint256) public blacklistedUntil;

    event UserBlacklisted(address user);
    event UserUnblacklisted(address user);
    event UserBlacklistedUntil(address user, uint256 until);

    error InvalidUser();
    error BlacklistedUser(address user);
    error UserAlreadyBlacklisted(address user);

    /// @notice A guardian's measure: three days.
    function blacklistUserUntil(address user) external onlyOperator {
        if (user == address(0)) revert InvalidUser();
        if (blacklistedUntil[user] > block.timestamp) revert UserAlreadyBlacklisted(user);
        _setUntil(user, block.timestamp + BLACKLIST_DURATION);
    }

    /// @param duration seconds from now
    function setBlacklistUntil(address user, uint256 duration) external onlyOperator {
        if (user == address(0)) revert InvalidUser();
        _setUntil(user, block.timestamp + duration);
    }

    function blacklistUser(address user) external onlyOperator {
        if (user == address(0)) revert InvalidUser();
        blacklistedUntil[user] = type(uint256).max;
        emit UserBlacklisted(user);
    }

    function unblacklistUser(address user) external onlyOperator {
        blacklistedUntil[user] = 0;
        emit UserUnblacklisted(user);
    }

    function nonBlacklisted(address user) external view {
        if (blacklistedUntil[user] > block.timestamp) revert BlacklistedUser(user);
    }

    function _setUntil(address user, uint256 until) private {
        blacklistedUntil[user] = until;
        emit UserBlacklistedUntil(user, until);
    }
}
