// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AprGrowth} from "../shared/AprGrowth.sol";
import {Operated} from "../shared/Operated.sol";
import {SharesToken} from "../shared/SharesToken.sol";

/// @notice stETH with Lido's share arithmetic and selectors. Rewards grow with the block timestamp instead of arriving in a
/// daily oracle report; `rebaseTo` is such a report.
contract StETH is SharesToken, AprGrowth, Operated {
    bool public isStopped;
    bool public isStakingPaused;

    event Submitted(address indexed sender, uint256 amount, address referral);
    event TokenRebased(
        uint256 indexed reportTimestamp,
        uint256 timeElapsed,
        uint256 preTotalShares,
        uint256 preTotalEther,
        uint256 postTotalShares,
        uint256 postTotalEther,
        uint256 sharesMintedAsFees
    );

    constructor() SharesToken("Liquid staked Ether 2.0", "stETH") {
        _setPooled(0);
    }

    receive() external payable {
        _submit(address(0));
    }

    function submit(address referral) external payable returns (uint256) {
        return _submit(referral);
    }

    function getTotalPooledEther() external view returns (uint256) {
        return _pooledEther();
    }

    function getTotalShares() external view returns (uint256) {
        return _totalShares;
    }

    function sharesOf(address account) external view returns (uint256) {
        return _shares[account];
    }

    function getPooledEthByShares(uint256 shares) external view returns (uint256) {
        return _etherForShares(shares);
    }

    function getSharesByPooledEth(uint256 amount) external view returns (uint256) {
        return _sharesForEther(amount);
    }

    function getCurrentStakeLimit() external view returns (uint256) {
        return isStakingPaused ? 0 : type(uint256).max;
    }

    function transferShares(address to, uint256 shares) external returns (uint256 amount) {
        amount = _etherForShares(shares);
        _moveShares(msg.sender, to, shares, amount);
    }

    function transferSharesFrom(address from, address to, uint256 shares) external returns (uint256 amount) {
        amount = _etherForShares(shares);
        _spendAllowance(from, amount);
        _moveShares(from, to, shares, amount);
    }

    /// @notice An oracle report: pooled ether becomes exactly `pooled`, up or down, and grows on from there.
    function rebaseTo(uint256 pooled) external onlyOperator {
        uint256 before = _pooledEther();
        uint256 elapsed = block.timestamp - checkpoint;
        _setPooled(pooled);
        emit TokenRebased(block.timestamp, elapsed, _totalShares, before, _totalShares, pooled, 0);
    }

    function setAprBps(uint256 newAprBps) external onlyOperator {
        _setAprBps(newAprBps);
    }

    function setStopped(bool stopped) external onlyOperator {
        isStopped = stopped;
    }

    function setStakingPaused(bool paused) external onlyOperator {
        isStakingPaused = paused;
    }

    function _submit(address referral) private returns (uint256 shares) {
        require(msg.value != 0, "ZERO_DEPOSIT");
        require(!isStakingPaused, "STAKING_PAUSED");
        shares = _totalShares == 0 ? msg.value : _sharesForEther(msg.value);
        _setPooled(_pooledEther() + msg.value);
        _mintShares(msg.sender, shares);
        emit Submitted(msg.sender, msg.value, referral);
        emit Transfer(address(0), msg.sender, _etherForShares(shares));
        emit TransferShares(address(0), msg.sender, shares);
    }

    function _pooledEther() internal view override returns (uint256) {
        return _pooled();
    }

    function _beforeMove() internal view override {
        require(!isStopped, "CONTRACT_IS_STOPPED");
    }
}
