// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Operated} from "../shared/Operated.sol";

/// @notice The pause of Lido's withdrawal queue: until a second, or until it is resumed.
abstract contract QueuePause is Operated {
    uint256 public constant PAUSE_INFINITELY = type(uint256).max;

    /// @notice the first second that is not paused; in the past while running
    uint256 public getResumeSinceTimestamp;

    event Paused(uint256 duration);
    event Resumed();

    error ZeroPauseDuration();
    error PausedExpected();
    error ResumedExpected();
    error PauseUntilMustBeInFuture();

    function isPaused() public view returns (bool) {
        return block.timestamp < getResumeSinceTimestamp;
    }

    function resume() external onlyOperator {
        if (!isPaused()) revert PausedExpected();
        getResumeSinceTimestamp = block.timestamp;
        emit Resumed();
    }

    /// @param duration seconds, or `PAUSE_INFINITELY`
    function pauseFor(uint256 duration) external onlyOperator {
        _pauseFor(duration);
    }

    /// @param lastPausedSecond inclusive, or `PAUSE_INFINITELY`
    function pauseUntil(uint256 lastPausedSecond) external onlyOperator {
        _requireResumed();
        if (lastPausedSecond < block.timestamp) revert PauseUntilMustBeInFuture();
        _pause(lastPausedSecond == PAUSE_INFINITELY ? PAUSE_INFINITELY : lastPausedSecond + 1);
    }

    function _pauseFor(uint256 duration) internal {
        _requireResumed();
        if (duration == 0) revert ZeroPauseDuration();
        _pause(duration == PAUSE_INFINITELY ? PAUSE_INFINITELY : block.timestamp + duration);
    }

    function _requireResumed() internal view {
        if (isPaused()) revert ResumedExpected();
    }

    function _pause(uint256 resumeSince) private {
        getResumeSinceTimestamp = resumeSince;
        emit Paused(resumeSince == PAUSE_INFINITELY ? PAUSE_INFINITELY : resumeSince - block.timestamp);
    }
}
