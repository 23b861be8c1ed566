// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {PausableUntil} from "../shared/PausableUntil.sol";
import {SharesToken} from "../shared/SharesToken.sol";
import {LiquidityPool} from "./LiquidityPool.sol";

/// @notice eETH: shares of ether.fi's liquidity pool, which alone mints and burns them.
contract EETH is SharesToken, PausableUntil {
    LiquidityPool public immutable liquidityPool;

    error NotLiquidityPool(address caller);

    modifier onlyLiquidityPool() {
        if (msg.sender != address(liquidityPool)) revert NotLiquidityPool(msg.sender);
        _;
    }

    constructor(LiquidityPool liquidityPool_) SharesToken("ether.fi ETH", "eETH") {
        liquidityPool = liquidityPool_;
    }

    function totalShares() external view returns (uint256) {
        return _totalShares;
    }

    function shares(address user) external view returns (uint256) {
        return _shares[user];
    }

    function mintShares(address user, uint256 share) external onlyLiquidityPool {
        _mintShares(user, share);
        emit Transfer(address(0), user, _etherForShares(share));
        emit TransferShares(address(0), user, share);
    }

    function burnShares(address user, uint256 share) external onlyLiquidityPool {
        uint256 amount = _etherForShares(share);
        _burnShares(user, share);
        emit Transfer(user, address(0), amount);
        emit TransferShares(user, address(0), share);
    }

    function _pooledEther() internal view override returns (uint256) {
        return liquidityPool.getTotalPooledEther();
    }

    function _beforeMove() internal view override {
        _requireNotPausedUntil();
    }
}
