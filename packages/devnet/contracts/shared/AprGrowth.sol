// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice Pooled ether as an exact function of the block timestamp.
/// pooled(t) = principal + floor(principal * aprBps * (t - checkpoint) / (10_000 * 365 days)): simple interest since the
/// last checkpoint. Every deposit, rebase and change of the rate makes a checkpoint.
abstract contract AprGrowth {
    uint256 private constant BPS_YEAR = 10_000 * 365 days;

    uint256 public principal;
    uint256 public checkpoint;
    uint256 public aprBps;

    event Checkpoint(uint256 principal, uint256 aprBps);

    function _pooled() internal view returns (uint256) {
        return principal + (principal * aprBps * (block.timestamp - checkpoint)) / BPS_YEAR;
    }

    function _setPooled(uint256 pooled) internal {
        principal = pooled;
        checkpoint = block.timestamp;
        emit Checkpoint(pooled, aprBps);
    }

    function _setAprBps(uint256 newAprBps) internal {
        uint256 pooled = _pooled();
        aprBps = newAprBps;
        _setPooled(pooled);
    }
}
