// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {PauserRegistry} from "./PauserRegistry.sol";
import {IShareManager} from "./parts/IShareManager.sol";
import {IStrategy} from "./parts/IStrategy.sol";
import {InitializedOnce} from "./parts/InitializedOnce.sol";
import {PausableBits} from "./parts/PausableBits.sol";
import {IToken, TokenTransfers} from "./parts/Token.sol";

/// @notice One token, held for all stakers in shares. A thousand virtual shares and wei keep the first depositor from setting the rate.
/// Anybody's transfer to it raises what a share is worth.
contract StrategyBase is IStrategy, InitializedOnce, PausableBits {
    using TokenTransfers for IToken;

    uint8 internal constant PAUSED_DEPOSITS = 0;
    uint8 internal constant PAUSED_WITHDRAWALS = 1;
    uint256 private constant VIRTUAL_SHARES = 1e3;
    uint256 private constant VIRTUAL_BALANCE = 1e3;
    uint256 private constant MAX_TOTAL_SHARES = 1e38 - 1;

    IShareManager public immutable strategyManager;
    IToken public underlyingToken;
    uint256 public totalShares;

    modifier onlyStrategyManager() {
        if (msg.sender != address(strategyManager)) revert OnlyStrategyManager();
        _;
    }

    constructor(IShareManager manager, PauserRegistry registry) PausableBits(registry) {
        strategyManager = manager;
    }

    function initialize(IToken token) external virtual initializer {
        _initializeStrategy(token);
    }

    /// @dev The tokens are here already. floor(amount * virtual shares / virtual balance before them)
    function deposit(IToken token, uint256 amount)
        external
        onlyWhenNotPaused(PAUSED_DEPOSITS)
        onlyStrategyManager
        returns (uint256 newShares)
    {
        _beforeDeposit(token, amount);
        uint256 balance = _virtualBalance();
        newShares = (amount * _virtualShares()) / (balance - amount);
        if (newShares == 0) revert NewSharesZero();
        totalShares += newShares;
        if (totalShares > MAX_TOTAL_SHARES) revert TotalSharesExceedsMax();
        _emitExchangeRate(balance);
    }

    /// @dev floor(virtual balance * shares / virtual shares)
    function withdraw(address recipient, IToken token, uint256 amountShares)
        external
        onlyWhenNotPaused(PAUSED_WITHDRAWALS)
        onlyStrategyManager
        returns (uint256 amountOut)
    {
        if (address(token) != address(underlyingToken)) revert OnlyUnderlyingToken();
        if (amountShares > totalShares) revert WithdrawalAmountExceedsTotalDeposits();
        uint256 balance = _virtualBalance();
        amountOut = (balance * amountShares) / _virtualShares();
        totalShares -= amountShares;
        _emitExchangeRate(balance - amountOut);
        token.send(recipient, amountOut);
    }

    /// @dev A hook for strategies with rules of their own.
    function beforeAddShares(address, uint256) external onlyStrategyManager {}

    /// @dev A hook for strategies with rules of their own.
    function beforeRemoveShares(address, uint256) external onlyStrategyManager {}

    /// @notice Of deposit shares: takes no account of slashing.
    function userUnderlyingView(address user) external view returns (uint256) {
        return sharesToUnderlyingView(shares(user));
    }

    function userUnderlying(address user) external view returns (uint256) {
        return sharesToUnderlyingView(shares(user));
    }

    function sharesToUnderlying(uint256 amountShares) external view returns (uint256) {
        return sharesToUnderlyingView(amountShares);
    }

    function underlyingToShares(uint256 amountUnderlying) external view returns (uint256) {
        return underlyingToSharesView(amountUnderlying);
    }

    function explanation() external pure returns (string memory) {
        return "A token of the local devnet, held in shares";
    }

    function sharesToUnderlyingView(uint256 amountShares) public view returns (uint256) {
        return (_virtualBalance() * amountShares) / _virtualShares();
    }

    function underlyingToSharesView(uint256 amountUnderlying) public view returns (uint256) {
        return (amountUnderlying * _virtualShares()) / _virtualBalance();
    }

    /// @notice Deposit shares: takes no account of slashing.
    function shares(address user) public view returns (uint256) {
        return strategyManager.stakerDepositShares(user, this);
    }

    function _initializeStrategy(IToken token) internal {
        underlyingToken = token;
        _setPausedStatus(0);
        emit StrategyTokenSet(token, token.decimals());
    }

    function _beforeDeposit(IToken token, uint256) internal virtual {
        if (address(token) != address(underlyingToken)) revert OnlyUnderlyingToken();
    }

    function _balance() internal view returns (uint256) {
        return underlyingToken.balanceOf(address(this));
    }

    function _virtualBalance() private view returns (uint256) {
        return _balance() + VIRTUAL_BALANCE;
    }

    function _virtualShares() private view returns (uint256) {
        return totalShares + VIRTUAL_SHARES;
    }

    function _emitExchangeRate(uint256 virtualBalance) private {
        emit ExchangeRateEmitted((1e18 * virtualBalance) / _virtualShares());
    }
}
