// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AprGrowth} from "../shared/AprGrowth.sol";
import {PausableUntil} from "../shared/PausableUntil.sol";
import {EETH} from "./EETH.sol";

/// @notice ether.fi's liquidity pool with its rate functions, all rounding down. Rewards accrue outside the pool
/// (`totalValueOutOfLp`) with the block timestamp; `rebase` and `payProtocolFees` are what an oracle report does.
contract LiquidityPool is AprGrowth, PausableUntil {
    EETH public eETH;
    uint128 public totalValueInLp;
    bool public paused;

    event Deposit(address indexed sender, uint256 amount, uint8 source, address referral);
    event Rebase(uint256 totalEthLocked, uint256 totalEEthShares);
    event ProtocolFeePaid(uint128 protocolFees);

    error InvalidAmount();
    error Paused();
    error AlreadySet();

    constructor() {
        _setPooled(0);
    }

    /// @notice Ties pool and token together; once.
    function setEETH(EETH eETH_) external onlyOperator {
        if (address(eETH) != address(0)) revert AlreadySet();
        eETH = eETH_;
    }

    function deposit() external payable returns (uint256 share) {
        if (paused) revert Paused();
        _requireNotPausedUntil();
        share = _sharesForDeposit(msg.value);
        if (msg.value > type(uint128).max || share == 0) revert InvalidAmount();
        totalValueInLp += uint128(msg.value);
        _setPooled(_pooled() + msg.value);
        eETH.mintShares(msg.sender, share);
        emit Deposit(msg.sender, msg.value, 0, address(0));
    }

    function getTotalPooledEther() external view returns (uint256) {
        return _pooled();
    }

    function totalValueOutOfLp() external view returns (uint128) {
        return uint128(_pooled() - totalValueInLp);
    }

    function getTotalEtherClaimOf(address user) external view returns (uint256) {
        return amountForShare(eETH.shares(user));
    }

    /// @notice floor(amount * totalShares / totalPooledEther)
    function sharesForAmount(uint256 amount) public view returns (uint256) {
        uint256 pooled = _pooled();
        return pooled == 0 ? 0 : (amount * eETH.totalShares()) / pooled;
    }

    /// @notice floor(share * totalPooledEther / totalShares)
    function amountForShare(uint256 share) public view returns (uint256) {
        uint256 total = eETH.totalShares();
        return total == 0 ? 0 : (share * _pooled()) / total;
    }

    /// @notice ceil(1e18 * totalPooledEther / totalShares): the rate that finalising a withdrawal freezes
    function amountPerShareCeil() external view returns (uint256) {
        uint256 total = eETH.totalShares();
        return total == 0 ? 0 : (1 ether * _pooled() + total - 1) / total;
    }

    /// @notice An oracle report: rewards, or a loss, outside the pool.
    function rebase(int128 accruedRewards) external onlyOperator {
        _setPooled(uint256(int256(_pooled()) + accruedRewards));
        emit Rebase(_pooled(), eETH.totalShares());
    }

    /// @notice The protocol's own cut of a report, paid to the operator in new shares at the rate after the rewards.
    function payProtocolFees(uint128 protocolFees) external onlyOperator {
        uint256 share = sharesForAmount(protocolFees);
        _setPooled(_pooled() + protocolFees);
        eETH.mintShares(operator, share);
        emit ProtocolFeePaid(protocolFees);
    }

    function setAprBps(uint256 newAprBps) external onlyOperator {
        _setAprBps(newAprBps);
    }

    function setPaused(bool paused_) external onlyOperator {
        paused = paused_;
    }

    function _sharesForDeposit(uint256 amount) private view returns (uint256) {
        return _pooled() == 0 ? amount : sharesForAmount(amount);
    }
}
