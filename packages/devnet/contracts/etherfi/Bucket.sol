// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice A limit that refills by the second, in units of 1e12 wei as ether.fi's redemptions count it.
library Bucket {
    uint256 internal constant UNIT = 1e12;

    struct Limit {
        uint64 capacity;
        uint64 remaining;
        uint64 lastRefill;
        uint64 refillRate;
    }

    error AmountTooLarge();

    function create(uint64 capacity, uint64 refillRate) internal view returns (Limit memory) {
        return Limit(capacity, capacity, uint64(block.timestamp), refillRate);
    }

    /// @return units that may be taken now
    function consumable(Limit storage limit) internal view returns (uint64) {
        uint256 refilled = (block.timestamp - limit.lastRefill) * uint256(limit.refillRate) + limit.remaining;
        return refilled > limit.capacity ? limit.capacity : uint64(refilled);
    }

    /// @return whether there was as much; nothing is taken when not
    function consume(Limit storage limit, uint64 units) internal returns (bool) {
        uint64 available = consumable(limit);
        if (available < units) return false;
        limit.remaining = available - units;
        limit.lastRefill = uint64(block.timestamp);
        return true;
    }

    function setCapacity(Limit storage limit, uint64 capacity) internal {
        uint64 available = consumable(limit);
        limit.remaining = available > capacity ? capacity : available;
        limit.lastRefill = uint64(block.timestamp);
        limit.capacity = capacity;
    }

    function setRefillRate(Limit storage limit, uint64 refillRate) internal {
        limit.remaining = consumable(limit);
        limit.lastRefill = uint64(block.timestamp);
        limit.refillRate = refillRate;
    }

    function unitsFloor(uint256 amount) internal pure returns (uint64) {
        _requireUnits(amount);
        return uint64(amount / UNIT);
    }

    function unitsCeil(uint256 amount) internal pure returns (uint64) {
        _requireUnits(amount);
        return uint64((amount + UNIT - 1) / UNIT);
    }

    function _requireUnits(uint256 amount) private pure {
        if (amount >= type(uint64).max * UNIT) revert AmountTooLarge();
    }
}
