// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {WAD, WadMath} from "./WadMath.sol";

/// @notice EigenLayer's share arithmetic (its SlashingLib). A staker's deposit scaling factor makes up for what the operator had lost
/// before the shares came, so that deposit shares need not be rewritten at each slash. Every product is floored by itself.
library DepositScaling {
    using WadMath for uint256;

    /// @dev `stored` is 0 until something changed it, and reads as 1.
    struct Factor {
        uint256 stored;
    }

    error InvalidDepositScalingFactor();

    function value(Factor storage self) internal view returns (uint256) {
        return self.stored == 0 ? WAD : self.stored;
    }

    function reset(Factor storage self) internal {
        self.stored = 0;
    }

    /// @dev floor(floor(depositShares * factor) * slashingFactor)
    function withdrawable(Factor storage self, uint256 depositShares, uint256 slashingFactor)
        internal
        view
        returns (uint256)
    {
        return depositShares.mulWadDown(value(self)).mulWadDown(slashingFactor);
    }

    /// @dev The deposit shares that are worth so many withdrawable ones, a few wei off. Division by zero at a full slash.
    function depositSharesFor(Factor storage self, uint256 withdrawableShares, uint256 slashingFactor)
        internal
        view
        returns (uint256)
    {
        return withdrawableShares.divWadDown(value(self)).divWadDown(slashingFactor);
    }

    /// @dev What a withdrawal keeps of its deposit shares: all but the slashing, which is applied when it completes.
    function scaledForQueue(Factor storage self, uint256 depositShares) internal view returns (uint256) {
        return depositShares.mulWadDown(value(self));
    }

    /// @dev The factor that keeps old and added shares worth what they were worth apart.
    function afterAdding(Factor storage self, uint256 previousDepositShares, uint256 added, uint256 slashingFactor)
        internal
    {
        if (previousDepositShares == 0) {
            self.stored = value(self).divWadDown(slashingFactor);
            return;
        }
        uint256 worth = withdrawable(self, previousDepositShares, slashingFactor) + added;
        self.stored = worth.divWadDown(previousDepositShares + added).divWadDown(slashingFactor);
        if (self.stored == 0) revert InvalidDepositScalingFactor();
    }

    /// @dev shares - ceil(shares * newMagnitude / magnitude): what a slash takes, rounded down.
    function slashed(uint256 shares, uint256 magnitude, uint256 newMagnitude) internal pure returns (uint256) {
        return shares - shares.mulDivUp(newMagnitude, magnitude);
    }
}
