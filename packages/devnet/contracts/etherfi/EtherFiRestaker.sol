// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

interface IStETH {
    function balanceOf(address account) external view returns (uint256);

    function transfer(address to, uint256 amount) external returns (bool);
}

/// @notice The part of ether.fi's restaker that a holder meets: it keeps the stETH out of which redemptions are paid.
contract EtherFiRestaker {
    IStETH public immutable lido;
    address public immutable etherFiRedemptionManager;

    error IncorrectCaller();

    constructor(IStETH lido_, address etherFiRedemptionManager_) {
        lido = lido_;
        etherFiRedemptionManager = etherFiRedemptionManager_;
    }

    function transferStETH(address recipient, uint256 amount) external {
        if (msg.sender != etherFiRedemptionManager) revert IncorrectCaller();
        lido.transfer(recipient, amount);
    }
}
