// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IStrategy} from "./IStrategy.sol";

/// @dev Native ether's name among the strategies. There is no code there.
IStrategy constant BEACON_CHAIN_ETH = IStrategy(0xbeaC0eeEeeeeEEeEeEEEEeeEEeEeeeEeeEEBEaC0);

/// @dev Where slashed tokens go that nobody receives.
address constant BURN_ADDRESS = 0x00000000000000000000000000000000000E16E4;

function isBeaconChainEth(IStrategy strategy) pure returns (bool) {
    return address(strategy) == address(BEACON_CHAIN_ETH);
}
