// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice A set of words that can be listed. A removal puts the last one into the gap, as in OpenZeppelin's EnumerableSet: the order of
/// what EigenLayer's views list follows from it.
library KeySet {
    struct Keys {
        bytes32[] list;
        /// @dev place in the list, counted from 1; 0 is absent
        mapping(bytes32 => uint256) place;
    }

    function add(Keys storage self, bytes32 key) internal returns (bool) {
        if (self.place[key] != 0) return false;
        self.list.push(key);
        self.place[key] = self.list.length;
        return true;
    }

    function remove(Keys storage self, bytes32 key) internal returns (bool) {
        uint256 place = self.place[key];
        if (place == 0) return false;
        bytes32 last = self.list[self.list.length - 1];
        self.list[place - 1] = last;
        self.place[last] = place;
        self.list.pop();
        delete self.place[key];
        return true;
    }

    function contains(Keys storage self, bytes32 key) internal view returns (bool) {
        return self.place[key] != 0;
    }

    function size(Keys storage self) internal view returns (uint256) {
        return self.list.length;
    }

    function add(Keys storage self, address account) internal returns (bool) {
        return add(self, wordOf(account));
    }

    function remove(Keys storage self, address account) internal returns (bool) {
        return remove(self, wordOf(account));
    }

    function contains(Keys storage self, address account) internal view returns (bool) {
        return contains(self, wordOf(account));
    }

    function addresses(Keys storage self) internal view returns (address[] memory accounts) {
        accounts = new address[](self.list.length);
        for (uint256 i = 0; i < accounts.length; i++) {
            accounts[i] = address(uint160(uint256(self.list[i])));
        }
    }

    function numbers(Keys storage self) internal view returns (uint256[] memory values) {
        values = new uint256[](self.list.length);
        for (uint256 i = 0; i < values.length; i++) {
            values[i] = uint256(self.list[i]);
        }
    }

    function wordOf(address account) internal pure returns (bytes32) {
        return bytes32(uint256(uint160(account)));
    }
}
