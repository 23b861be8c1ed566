// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AprGrowth} from "../shared/AprGrowth.sol";
import {Operated} from "../shared/Operated.sol";
import {StETHShares} from "./StETHShares.sol";

/// @notice stETH with Lido's share arithmetic and selectors. Rewards grow with the block timestamp instead of arriving in a
/// daily oracle report; `rebaseTo` is such a report, up or down.
/// @dev Nothing is set at construction but the operator, an immutable: deploy it as it is, or behind a proxy without a setup call.
contract StETH is StETHShares, AprGrowth, Operated {
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
    event Stopped();
    event Resumed();
    event StakingPaused();
    event StakingResumed();

    receive() external payable {
        _submit(address(0));
    }

    function submit(address referral) external payable returns (uint256) {
        return _submit(referral);
    }

    function getCurrentStakeLimit() external view returns (uint256) {
        return isStakingPaused ? 0 : type(uint256).max;
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

    /// @notice Stops every move of shares, and staking.
    function stop() external onlyOperator {
        _requireNotStopped();
        isStopped = true;
        emit Stopped();
        _setStakingPaused(true);
    }

    function resume() external onlyOperator {
        require(isStopped, "CONTRACT_IS_ACTIVE");
        isStopped = false;
        emit Resumed();
        _setStakingPaused(false);
    }

    function pauseStaking() external onlyOperator {
        require(!isStakingPaused, "ALREADY_PAUSED");
        _setStakingPaused(true);
    }

    function resumeStaking() external onlyOperator {
        _requireNotStopped();
        require(isStakingPaused, "ALREADY_RESUMED");
        _setStakingPaused(false);
    }

    function _setStakingPaused(bool paused) private {
        isStakingPaused = paused;
        if (paused) emit StakingPaused();
        else emit StakingResumed();
    }

    function _submit(address referral) private returns (uint256 shares) {
        require(msg.value != 0, "ZERO_DEPOSIT");
        require(!isStakingPaused, "STAKING_PAUSED");
        shares = _totalShares == 0 ? msg.value : getSharesByPooledEth(msg.value);
        _setPooled(_pooledEther() + msg.value);
        _mintShares(msg.sender, shares);
        emit Submitted(msg.sender, msg.value, referral);
        _emitMove(address(0), msg.sender, getPooledEthByShares(shares), shares);
    }

    function _pooledEther() internal view override returns (uint256) {
        return _pooled();
    }

    function _requireNotStopped() internal view override {
        require(!isStopped, "CONTRACT_IS_STOPPED");
    }
}
