// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAllocationManager} from "./IAllocationManager.sol";
import {IStrategy} from "./IStrategy.sol";
import {KeySet} from "./KeySet.sol";
import {OperatorSet, OperatorSetKey} from "./OperatorSet.sol";

/// @notice The shares that slashes took, by operator set, slash and strategy, until somebody sends them on: to the set's recipient, or to
/// the burn address. That door is open to everybody.
abstract contract SlashedShares {
    using KeySet for KeySet.Keys;
    using OperatorSetKey for KeySet.Keys;

    struct Slash {
        KeySet.Keys strategies;
        mapping(IStrategy => uint256) shares;
    }

    IAllocationManager public immutable allocationManager;
    mapping(bytes32 operatorSetKey => mapping(uint256 slashId => Slash)) private _slashes;
    KeySet.Keys private _pendingSets;
    mapping(bytes32 operatorSetKey => KeySet.Keys) private _pendingSlashIds;

    event BurnOrRedistributableSharesIncreased(
        OperatorSet operatorSet, uint256 slashId, IStrategy strategy, uint256 shares
    );
    event BurnOrRedistributableSharesDecreased(
        OperatorSet operatorSet, uint256 slashId, IStrategy strategy, uint256 shares
    );

    error StrategyAlreadyInSlash();

    constructor(IAllocationManager allocations) {
        allocationManager = allocations;
    }

    /// @return amounts tokens sent on, in the order of `getBurnOrRedistributableShares`
    function clearBurnOrRedistributableShares(OperatorSet calldata operatorSet, uint256 slashId)
        external
        returns (uint256[] memory amounts)
    {
        address[] memory strategies = _slashes[operatorSet.key()][slashId].strategies.addresses();
        amounts = new uint256[](strategies.length);
        for (uint256 i = 0; i < strategies.length; i++) {
            amounts[i] = _clear(operatorSet, slashId, IStrategy(strategies[i]));
        }
    }

    function clearBurnOrRedistributableSharesByStrategy(
        OperatorSet calldata operatorSet,
        uint256 slashId,
        IStrategy strategy
    ) external returns (uint256) {
        return _clear(operatorSet, slashId, strategy);
    }

    function getBurnOrRedistributableShares(OperatorSet calldata operatorSet, uint256 slashId)
        external
        view
        returns (IStrategy[] memory strategies, uint256[] memory shares)
    {
        Slash storage slash = _slashes[operatorSet.key()][slashId];
        address[] memory keys = slash.strategies.addresses();
        strategies = new IStrategy[](keys.length);
        shares = new uint256[](keys.length);
        for (uint256 i = 0; i < keys.length; i++) {
            strategies[i] = IStrategy(keys[i]);
            shares[i] = slash.shares[strategies[i]];
        }
    }

    function getBurnOrRedistributableShares(OperatorSet calldata operatorSet, uint256 slashId, IStrategy strategy)
        external
        view
        returns (uint256)
    {
        return _slashes[operatorSet.key()][slashId].shares[strategy];
    }

    function getBurnOrRedistributableCount(OperatorSet calldata operatorSet, uint256 slashId)
        external
        view
        returns (uint256)
    {
        return _slashes[operatorSet.key()][slashId].strategies.size();
    }

    function getPendingOperatorSets() external view returns (OperatorSet[] memory) {
        return _pendingSets.all();
    }

    function getPendingSlashIds(OperatorSet calldata operatorSet) external view returns (uint256[] memory) {
        return _pendingSlashIds[operatorSet.key()].numbers();
    }

    function _keepSlashed(OperatorSet calldata operatorSet, uint256 slashId, IStrategy strategy, uint256 shares)
        internal
    {
        bytes32 key = operatorSet.key();
        Slash storage slash = _slashes[key][slashId];
        if (!slash.strategies.add(address(strategy))) revert StrategyAlreadyInSlash();
        slash.shares[strategy] = shares;
        _pendingSets.add(key);
        _pendingSlashIds[key].add(bytes32(slashId));
        emit BurnOrRedistributableSharesIncreased(operatorSet, slashId, strategy, shares);
    }

    function _clear(OperatorSet calldata operatorSet, uint256 slashId, IStrategy strategy)
        private
        returns (uint256 amount)
    {
        bytes32 key = operatorSet.key();
        Slash storage slash = _slashes[key][slashId];
        uint256 shares = slash.shares[strategy];
        slash.strategies.remove(address(strategy));
        delete slash.shares[strategy];
        if (shares != 0) {
            address recipient = allocationManager.getRedistributionRecipient(operatorSet);
            amount = strategy.withdraw(recipient, strategy.underlyingToken(), shares);
            emit BurnOrRedistributableSharesDecreased(operatorSet, slashId, strategy, shares);
        }
        if (slash.strategies.size() == 0) _forget(key, slashId);
    }

    function _forget(bytes32 key, uint256 slashId) private {
        _pendingSlashIds[key].remove(bytes32(slashId));
        if (_pendingSlashIds[key].size() == 0) _pendingSets.remove(key);
    }
}
