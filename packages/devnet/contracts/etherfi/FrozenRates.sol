// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice Rates by the last request for which each was frozen, ascending.
library FrozenRates {
    struct Checkpoint {
        uint32 upTo;
        uint224 rate;
    }

    /// @return the rate of the first checkpoint that reaches the request, 0 when none does
    function rateFor(Checkpoint[] storage checkpoints, uint32 requestId) internal view returns (uint224) {
        uint256 low = 0;
        uint256 high = checkpoints.length;
        while (low < high) {
            uint256 middle = (low + high) / 2;
            if (checkpoints[middle].upTo < requestId) low = middle + 1;
            else high = middle;
        }
        return low == checkpoints.length ? 0 : checkpoints[low].rate;
    }
}
