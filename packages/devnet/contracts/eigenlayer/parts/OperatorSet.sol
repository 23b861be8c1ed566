// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {KeySet} from "./KeySet.sol";

/// @notice The operators that secure one task of an actively validated service.
struct OperatorSet {
    address avs;
    uint32 id;
}

using OperatorSetKey for OperatorSet global;

/// @notice An operator set as one word: the service's address, then the id in the low 96 bits.
library OperatorSetKey {
    function key(OperatorSet memory self) internal pure returns (bytes32) {
        return bytes32((uint256(uint160(self.avs)) << 96) | self.id);
    }

    function fromKey(bytes32 word) internal pure returns (OperatorSet memory) {
        return OperatorSet({avs: address(uint160(uint256(word) >> 96)), id: uint32(uint256(word))});
    }

    function all(KeySet.Keys storage keys) internal view returns (OperatorSet[] memory sets) {
        sets = new OperatorSet[](keys.list.length);
        for (uint256 i = 0; i < sets.length; i++) {
            sets[i] = fromKey(keys.list[i]);
        }
    }
}
