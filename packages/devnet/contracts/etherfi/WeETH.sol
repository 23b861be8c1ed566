// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "../shared/ERC20.sol";
import {PausableUntil} from "../shared/PausableUntil.sol";
import {EETH} from "./EETH.sol";
import {LiquidityPool} from "./LiquidityPool.sol";

/// @notice weETH: one token is one share of eETH. Selectors and rounding of ether.fi's WeETH.
contract WeETH is ERC20, PausableUntil {
    EETH public immutable eETH;
    LiquidityPool public immutable liquidityPool;

    constructor(EETH eETH_, LiquidityPool liquidityPool_) ERC20("Wrapped eETH", "weETH") {
        eETH = eETH_;
        liquidityPool = liquidityPool_;
    }

    function wrap(uint256 eETHAmount) external returns (uint256 weETHAmount) {
        require(eETHAmount > 0, "weETH: can't wrap zero eETH");
        weETHAmount = liquidityPool.sharesForAmount(eETHAmount);
        _mint(msg.sender, weETHAmount);
        eETH.transferFrom(msg.sender, address(this), eETHAmount);
    }

    function unwrap(uint256 weETHAmount) external returns (uint256 eETHAmount) {
        require(weETHAmount > 0, "Cannot unwrap a zero amount");
        eETHAmount = liquidityPool.amountForShare(weETHAmount);
        _burn(msg.sender, weETHAmount);
        eETH.transfer(msg.sender, eETHAmount);
    }

    function getWeETHByeETH(uint256 eETHAmount) external view returns (uint256) {
        return liquidityPool.sharesForAmount(eETHAmount);
    }

    function getEETHByWeETH(uint256 weETHAmount) external view returns (uint256) {
        return liquidityPool.amountForShare(weETHAmount);
    }

    function getRate() external view returns (uint256) {
        return liquidityPool.amountForShare(1 ether);
    }

    function _beforeMove() internal view override {
        _requireNotPausedUntil();
    }
}
