// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IToken} from "./Token.sol";

/// @notice One token in EigenLayer, held for all stakers in shares.
interface IStrategy {
    event ExchangeRateEmitted(uint256 rate);
    event StrategyTokenSet(IToken token, uint8 decimals);

    error OnlyStrategyManager();
    error NewSharesZero();
    error TotalSharesExceedsMax();
    error WithdrawalAmountExceedsTotalDeposits();
    error OnlyUnderlyingToken();
    error MaxPerDepositExceedsMax();
    error BalanceExceedsMaxTotalDeposits();

    function deposit(IToken token, uint256 amount) external returns (uint256 newShares);
    function withdraw(address recipient, IToken token, uint256 amountShares) external returns (uint256 amountOut);
    function beforeAddShares(address staker, uint256 shares) external;
    function beforeRemoveShares(address staker, uint256 shares) external;
    function underlyingToken() external view returns (IToken);
}
