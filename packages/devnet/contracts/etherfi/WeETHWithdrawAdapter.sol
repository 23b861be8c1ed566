// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Blacklister} from "./Blacklister.sol";
import {EETH} from "./EETH.sol";
import {LiquidityPool} from "./LiquidityPool.sol";
import {PausableUntil} from "./PausableUntil.sol";
import {WeETH} from "./WeETH.sol";

/// @notice From weETH to a withdrawal request in one call.
contract WeETHWithdrawAdapter is PausableUntil {
    WeETH public immutable weETH;
    EETH public immutable eETH;
    LiquidityPool public immutable liquidityPool;
    Blacklister public immutable blacklister;

    error ZeroAmount();
    error ZeroAddress();

    modifier nonBlacklisted() {
        blacklister.nonBlacklisted(msg.sender);
        _;
    }

    constructor(WeETH weETH_, EETH eETH_, LiquidityPool liquidityPool_, Blacklister blacklister_) {
        weETH = weETH_;
        eETH = eETH_;
        liquidityPool = liquidityPool_;
        blacklister = blacklister_;
    }

    function requestWithdraw(uint256 weETHAmount, address recipient)
        external
        whenNotPaused
        nonBlacklisted
        returns (uint256 requestId)
    {
        if (weETHAmount == 0) revert ZeroAmount();
        if (recipient == address(0)) revert ZeroAddress();
        weETH.transferFrom(msg.sender, address(this), weETHAmount);
        uint256 eETHAmount = weETH.unwrap(weETHAmount);
        eETH.increaseAllowance(address(liquidityPool), eETHAmount);
        requestId = liquidityPool.requestWithdraw(recipient, eETHAmount);
    }

    function getEETHByWeETH(uint256 weETHAmount) external view returns (uint256) {
        return weETH.getEETHByWeETH(weETHAmount);
    }
}
