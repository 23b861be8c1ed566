// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice One account, the deployer, stands in for every administrator of a protocol on the devnet.
abstract contract Operated {
    address public immutable operator = msg.sender;

    error NotOperator(address caller);

    modifier onlyOperator() {
        if (msg.sender != operator) revert NotOperator(msg.sender);
        _;
    }
}
