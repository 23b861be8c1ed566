// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {PauserRegistry} from "./PauserRegistry.sol";
import {BURN_ADDRESS} from "./parts/Addresses.sol";
import {IAllocationManager} from "./parts/IAllocationManager.sol";
import {IDelegationManager} from "./parts/IDelegationManager.sol";
import {IStrategyManager} from "./parts/IShareManager.sol";
import {IStrategy} from "./parts/IStrategy.sol";
import {InitializedOnce} from "./parts/InitializedOnce.sol";
import {OperatorSet} from "./parts/OperatorSet.sol";
import {Owned} from "./parts/Owned.sol";
import {PausableBits} from "./parts/PausableBits.sol";
import {SignedMessages} from "./parts/SignedMessages.sol";
import {SlashedShares} from "./parts/SlashedShares.sol";
import {IToken, TokenTransfers} from "./parts/Token.sol";

/// @notice The door for deposits of tokens: keeps each staker's deposit shares per strategy. Deposit shares know nothing of slashing.
contract StrategyManager is
    IStrategyManager,
    InitializedOnce,
    Owned,
    PausableBits,
    SignedMessages,
    SlashedShares
{
    using TokenTransfers for IToken;

    bytes32 public constant DEPOSIT_TYPEHASH =
        keccak256("Deposit(address staker,address strategy,address token,uint256 amount,uint256 nonce,uint256 expiry)");
    address public constant DEFAULT_BURN_ADDRESS = BURN_ADDRESS;
    uint8 internal constant PAUSED_DEPOSITS = 0;
    uint256 private constant MAX_STAKER_STRATEGY_LIST_LENGTH = 32;

    IDelegationManager public immutable delegation;
    mapping(address signer => uint256) public nonces;
    address public strategyWhitelister;
    mapping(address staker => mapping(IStrategy => uint256)) public stakerDepositShares;
    mapping(address staker => IStrategy[]) public stakerStrategyList;
    mapping(IStrategy => bool) public strategyIsWhitelistedForDeposit;

    event Deposit(address staker, IStrategy strategy, uint256 shares);
    event StrategyWhitelisterChanged(address previousAddress, address newAddress);
    event StrategyAddedToDepositWhitelist(IStrategy strategy);
    event StrategyRemovedFromDepositWhitelist(IStrategy strategy);

    error MaxStrategiesExceeded();
    error OnlyDelegationManager();
    error OnlyStrategyWhitelister();
    error SharesAmountTooHigh();
    error SharesAmountZero();
    error StakerAddressZero();
    error StrategyNotFound();
    error StrategyNotWhitelisted();

    modifier onlyStrategyWhitelister() {
        if (msg.sender != strategyWhitelister) revert OnlyStrategyWhitelister();
        _;
    }

    modifier onlyDelegationManager() {
        if (msg.sender != address(delegation)) revert OnlyDelegationManager();
        _;
    }

    constructor(
        IAllocationManager allocations,
        IDelegationManager delegationManager,
        PauserRegistry registry,
        string memory deployedVersion
    ) SlashedShares(allocations) PausableBits(registry) SignedMessages(deployedVersion) {
        delegation = delegationManager;
    }

    function initialize(address initialOwner, address initialStrategyWhitelister, uint256 initialPausedStatus)
        external
        initializer
    {
        _setPausedStatus(initialPausedStatus);
        _setOwner(initialOwner);
        _setStrategyWhitelister(initialStrategyWhitelister);
    }

    function depositIntoStrategy(IStrategy strategy, IToken token, uint256 amount)
        external
        onlyWhenNotPaused(PAUSED_DEPOSITS)
        returns (uint256)
    {
        return _deposit(msg.sender, strategy, token, amount);
    }

    /// @notice The caller's tokens, somebody else's shares. A contract as staker signs by ERC-1271.
    function depositIntoStrategyWithSignature(
        IStrategy strategy,
        IToken token,
        uint256 amount,
        address staker,
        uint256 expiry,
        bytes memory signature
    ) external onlyWhenNotPaused(PAUSED_DEPOSITS) returns (uint256) {
        bytes32 digest =
            calculateStrategyDepositDigestHash(staker, strategy, token, amount, nonces[staker], expiry);
        _requireSigned(staker, digest, SignatureWithExpiry({signature: signature, expiry: expiry}));
        nonces[staker] += 1;
        return _deposit(staker, strategy, token, amount);
    }

    /// @notice For withdrawals that are queued: over-asking is refused here, when no delegation refused it before.
    function removeDepositShares(address staker, IStrategy strategy, uint256 depositSharesToRemove)
        external
        onlyDelegationManager
        returns (uint256 sharesLeft)
    {
        if (depositSharesToRemove == 0) revert SharesAmountZero();
        uint256 held = stakerDepositShares[staker][strategy];
        if (depositSharesToRemove > held) revert SharesAmountTooHigh();
        strategy.beforeRemoveShares(staker, depositSharesToRemove);
        sharesLeft = held - depositSharesToRemove;
        stakerDepositShares[staker][strategy] = sharesLeft;
        if (sharesLeft == 0) _unlist(stakerStrategyList[staker], strategy);
    }

    function addShares(address staker, IStrategy strategy, uint256 shares)
        external
        onlyDelegationManager
        returns (uint256, uint256)
    {
        return (_addShares(staker, strategy, shares), shares);
    }

    function withdrawSharesAsTokens(address staker, IStrategy strategy, IToken token, uint256 shares)
        external
        onlyDelegationManager
    {
        strategy.withdraw(staker, token, shares);
    }

    function increaseBurnOrRedistributableShares(
        OperatorSet calldata operatorSet,
        uint256 slashId,
        IStrategy strategy,
        uint256 sharesToBurn
    ) external onlyDelegationManager {
        _keepSlashed(operatorSet, slashId, strategy, sharesToBurn);
    }

    function setStrategyWhitelister(address newStrategyWhitelister) external onlyOwner {
        _setStrategyWhitelister(newStrategyWhitelister);
    }

    function addStrategiesToDepositWhitelist(IStrategy[] calldata strategies) external onlyStrategyWhitelister {
        for (uint256 i = 0; i < strategies.length; i++) {
            if (strategyIsWhitelistedForDeposit[strategies[i]]) continue;
            strategyIsWhitelistedForDeposit[strategies[i]] = true;
            emit StrategyAddedToDepositWhitelist(strategies[i]);
        }
    }

    /// @notice Ends deposits only: what is there is withdrawn as before.
    function removeStrategiesFromDepositWhitelist(IStrategy[] calldata strategies) external onlyStrategyWhitelister {
        for (uint256 i = 0; i < strategies.length; i++) {
            if (!strategyIsWhitelistedForDeposit[strategies[i]]) continue;
            strategyIsWhitelistedForDeposit[strategies[i]] = false;
            emit StrategyRemovedFromDepositWhitelist(strategies[i]);
        }
    }

    function getDeposits(address staker) external view returns (IStrategy[] memory, uint256[] memory shares) {
        IStrategy[] memory strategies = stakerStrategyList[staker];
        shares = new uint256[](strategies.length);
        for (uint256 i = 0; i < shares.length; i++) {
            shares[i] = stakerDepositShares[staker][strategies[i]];
        }
        return (strategies, shares);
    }

    function getStakerStrategyList(address staker) external view returns (IStrategy[] memory) {
        return stakerStrategyList[staker];
    }

    function stakerStrategyListLength(address staker) external view returns (uint256) {
        return stakerStrategyList[staker].length;
    }

    function calculateStrategyDepositDigestHash(
        address staker,
        IStrategy strategy,
        IToken token,
        uint256 amount,
        uint256 nonce,
        uint256 expiry
    ) public view returns (bytes32) {
        return _digest(
            keccak256(abi.encode(DEPOSIT_TYPEHASH, staker, strategy, token, amount, nonce, expiry))
        );
    }

    function _deposit(address staker, IStrategy strategy, IToken token, uint256 amount)
        private
        returns (uint256 shares)
    {
        if (!strategyIsWhitelistedForDeposit[strategy]) revert StrategyNotWhitelisted();
        token.pull(msg.sender, address(strategy), amount);
        shares = strategy.deposit(token, amount);
        uint256 previous = _addShares(staker, strategy, shares);
        delegation.increaseDelegatedShares(staker, strategy, previous, shares);
    }

    function _addShares(address staker, IStrategy strategy, uint256 shares) private returns (uint256 previous) {
        if (staker == address(0)) revert StakerAddressZero();
        if (shares == 0) revert SharesAmountZero();
        strategy.beforeAddShares(staker, shares);
        previous = stakerDepositShares[staker][strategy];
        if (previous == 0) {
            if (stakerStrategyList[staker].length >= MAX_STAKER_STRATEGY_LIST_LENGTH) revert MaxStrategiesExceeded();
            stakerStrategyList[staker].push(strategy);
        }
        stakerDepositShares[staker][strategy] = previous + shares;
        emit Deposit(staker, strategy, shares);
    }

    /// @dev The last one takes the gap.
    function _unlist(IStrategy[] storage list, IStrategy strategy) private {
        for (uint256 i = 0; i < list.length; i++) {
            if (address(list[i]) != address(strategy)) continue;
            list[i] = list[list.length - 1];
            list.pop();
            return;
        }
        revert StrategyNotFound();
    }

    function _setStrategyWhitelister(address newStrategyWhitelister) private {
        emit StrategyWhitelisterChanged(strategyWhitelister, newStrategyWhitelister);
        strategyWhitelister = newStrategyWhitelister;
    }
}
