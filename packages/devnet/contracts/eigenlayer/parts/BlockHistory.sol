// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice A value by block. Before the first entry it is the default that the reader names.
library BlockHistory {
    struct Entry {
        uint32 since;
        uint224 value;
    }

    struct Values {
        Entry[] entries;
    }

    /// @dev A second value in one block replaces the first.
    function record(Values storage self, uint256 value) internal {
        uint256 count = self.entries.length;
        if (count > 0 && self.entries[count - 1].since == uint32(block.number)) {
            self.entries[count - 1].value = uint224(value);
            return;
        }
        self.entries.push(Entry({since: uint32(block.number), value: uint224(value)}));
    }

    function latest(Values storage self, uint256 defaultValue) internal view returns (uint256) {
        uint256 count = self.entries.length;
        return count == 0 ? defaultValue : self.entries[count - 1].value;
    }

    /// @dev The value at the end of a block.
    function asOf(Values storage self, uint32 blockNumber, uint256 defaultValue) internal view returns (uint256) {
        for (uint256 i = self.entries.length; i > 0; i--) {
            if (self.entries[i - 1].since <= blockNumber) return self.entries[i - 1].value;
        }
        return defaultValue;
    }
}
