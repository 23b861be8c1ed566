// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {PauserRegistry} from "./PauserRegistry.sol";
import {Allocations} from "./parts/Allocations.sol";
import {IDelegationManager} from "./parts/IDelegationManager.sol";
import {IStrategy} from "./parts/IStrategy.sol";
import {InitializedOnce} from "./parts/InitializedOnce.sol";
import {KeySet} from "./parts/KeySet.sol";
import {OperatorSet, OperatorSetKey} from "./parts/OperatorSet.sol";
import {OperatorSets} from "./parts/OperatorSets.sol";
import {PausableBits} from "./parts/PausableBits.sol";
import {WAD, WadMath} from "./parts/WadMath.sol";

/// @notice Allocations of operators to operator sets, and their slashing.
contract AllocationManager is InitializedOnce, Allocations {
    using KeySet for KeySet.Keys;
    using WadMath for uint256;

    struct AllocateParams {
        OperatorSet operatorSet;
        IStrategy[] strategies;
        uint64[] newMagnitudes;
    }

    struct SlashingParams {
        address operator;
        uint32 operatorSetId;
        IStrategy[] strategies;
        uint256[] wadsToSlash;
        string description;
    }

    struct AllocationDelayInfo {
        uint32 delay;
        bool isSet;
        uint32 pendingDelay;
        uint32 effectBlock;
    }

    uint8 internal constant PAUSED_MODIFY_ALLOCATIONS = 0;
    uint8 internal constant PAUSED_OPERATOR_SLASHING = 1;

    uint32 public immutable ALLOCATION_CONFIGURATION_DELAY;
    mapping(address operator => AllocationDelayInfo) private _allocationDelays;
    mapping(bytes32 setKey => uint256) private _slashCounts;

    event AllocationDelaySet(address operator, uint32 delay, uint32 effectBlock);
    event AllocationUpdated(
        address operator, OperatorSet operatorSet, IStrategy strategy, uint64 magnitude, uint32 effectBlock
    );
    event OperatorSlashed(
        address operator, OperatorSet operatorSet, IStrategy[] strategies, uint256[] wadSlashed, string description
    );

    error InsufficientMagnitude();
    error InvalidWadToSlash();
    error ModificationAlreadyPending();
    error OperatorNotSlashable();
    error SameMagnitude();
    error StrategiesMustBeInAscendingOrder();
    error UninitializedAllocationDelay();

    constructor(
        IDelegationManager delegationManager,
        IStrategy eigen,
        PauserRegistry registry,
        uint32 deallocationDelay,
        uint32 allocationConfigurationDelay
    )
        OperatorSets(delegationManager, eigen, deallocationDelay, allocationConfigurationDelay)
        PausableBits(registry)
    {
        ALLOCATION_CONFIGURATION_DELAY = allocationConfigurationDelay;
    }

    function initialize(uint256 initialPausedStatus) external initializer {
        _setPausedStatus(initialPausedStatus);
    }

    /// @notice `wadsToSlash` are parts of what the operator has allocated to this set; what stakers lose is a part of the whole.
    /// @return slashId the set's slashes counted from 1
    /// @return shares taken per strategy, in the queue and out of it
    function slashOperator(address avs, SlashingParams calldata params)
        external
        onlyWhenNotPaused(PAUSED_OPERATOR_SLASHING)
        returns (uint256 slashId, uint256[] memory shares)
    {
        if (params.strategies.length != params.wadsToSlash.length) revert InputArrayLengthMismatch();
        OperatorSet memory operatorSet = _existing(avs, params.operatorSetId);
        if (!isOperatorSlashable(params.operator, operatorSet)) revert OperatorNotSlashable();
        if (msg.sender != getSlasher(operatorSet)) revert InvalidCaller();
        slashId = ++_slashCounts[operatorSet.key()];
        uint256[] memory wadSlashed = new uint256[](params.strategies.length);
        shares = new uint256[](params.strategies.length);
        for (uint256 i = 0; i < shares.length; i++) {
            _requireSlash(operatorSet, params, i);
            (wadSlashed[i], shares[i]) = _slash(
                Slash(params.operator, operatorSet, slashId, params.strategies[i], params.wadsToSlash[i])
            );
        }
        emit OperatorSlashed(params.operator, operatorSet, params.strategies, wadSlashed, params.description);
    }

    /// @notice More takes effect after the operator's allocation delay, less after the deallocation delay; at once when it cannot be slashed.
    function modifyAllocations(address operator, AllocateParams[] memory params)
        external
        onlyWhenNotPaused(PAUSED_MODIFY_ALLOCATIONS)
        onlyItself(operator)
    {
        (bool isSet, uint32 delay) = getAllocationDelay(operator);
        if (!isSet) revert UninitializedAllocationDelay();
        for (uint256 i = 0; i < params.length; i++) {
            if (params[i].strategies.length != params[i].newMagnitudes.length) revert InputArrayLengthMismatch();
            OperatorSet memory operatorSet = params[i].operatorSet;
            _existing(operatorSet.avs, operatorSet.id);
            for (uint256 j = 0; j < params[i].strategies.length; j++) {
                _modify(operator, operatorSet, params[i].strategies[j], params[i].newMagnitudes[j], delay);
            }
        }
    }

    function clearDeallocationQueue(
        address operator,
        IStrategy[] calldata strategies,
        uint16[] calldata numToClear
    ) external onlyWhenNotPaused(PAUSED_MODIFY_ALLOCATIONS) {
        if (strategies.length != numToClear.length) revert InputArrayLengthMismatch();
        for (uint256 i = 0; i < strategies.length; i++) {
            _clearDeallocations(operator, strategies[i], numToClear[i]);
        }
    }

    /// @notice At registration by the DelegationManager, in force at once; later by the operator, after the configuration delay.
    function setAllocationDelay(address operator, uint32 delay) external {
        bool newlyRegistered = msg.sender == address(delegation);
        if (!newlyRegistered) {
            if (msg.sender != operator) revert InvalidPermissions();
            if (!delegation.isOperator(operator)) revert InvalidOperator();
        }
        AllocationDelayInfo memory info;
        (info.isSet, info.delay) = getAllocationDelay(operator);
        info.pendingDelay = delay;
        info.effectBlock = uint32(block.number);
        if (newlyRegistered) (info.isSet, info.delay) = (true, delay);
        else info.effectBlock += ALLOCATION_CONFIGURATION_DELAY + 1;
        _allocationDelays[operator] = info;
        emit AllocationDelaySet(operator, delay, info.effectBlock);
    }

    function getAllocationDelay(address operator) public view returns (bool isSet, uint32 delay) {
        AllocationDelayInfo memory info = _allocationDelays[operator];
        if (info.effectBlock != 0 && block.number >= info.effectBlock) return (true, info.pendingDelay);
        return (info.isSet, info.delay);
    }

    function getSlashCount(OperatorSet memory operatorSet) external view returns (uint256) {
        return _slashCounts[operatorSet.key()];
    }

    /// @notice Whether a set that hands slashed funds on may slash the operator.
    function isOperatorRedistributable(address operator) external view returns (bool) {
        return _anyRedistributes(operator, _registeredSets[operator])
            || _anyRedistributes(operator, _allocatedSets[operator]);
    }

    struct Slash {
        address operator;
        OperatorSet operatorSet;
        uint256 slashId;
        IStrategy strategy;
        uint256 wad;
    }

    function _requireSlash(OperatorSet memory operatorSet, SlashingParams calldata params, uint256 i) private view {
        address strategy = address(params.strategies[i]);
        if (i > 0 && strategy <= address(params.strategies[i - 1])) revert StrategiesMustBeInAscendingOrder();
        if (params.wadsToSlash[i] == 0 || params.wadsToSlash[i] > WAD) revert InvalidWadToSlash();
        if (!_strategies[operatorSet.key()].contains(strategy)) revert StrategyNotInOperatorSet();
    }

    /// @dev ceil(allocated magnitude * wad) is taken from the allocation and from the whole. Nothing happens when nothing is allocated.
    function _slash(Slash memory slash) private returns (uint256 wadSlashed, uint256 shares) {
        bytes32 key = slash.operatorSet.key();
        (Magnitudes memory magnitudes, Allocation memory allocation) =
            _upToDate(slash.operator, key, slash.strategy);
        if (allocation.currentMagnitude == 0) return (0, 0);
        uint64 taken = uint64(uint256(allocation.currentMagnitude).mulWadUp(slash.wad));
        uint64 before = magnitudes.max;
        wadSlashed = uint256(taken).divWadDown(before);
        allocation.currentMagnitude -= taken;
        magnitudes.max -= taken;
        magnitudes.encumbered -= taken;
        if (allocation.pendingDiff < 0) _slashPending(slash, allocation);
        _store(slash.operator, key, slash.strategy, magnitudes, allocation);
        emit AllocationUpdated(
            slash.operator, slash.operatorSet, slash.strategy, allocation.currentMagnitude, uint32(block.number)
        );
        _setMaxMagnitude(slash.operator, slash.strategy, magnitudes.max);
        shares = delegation.slashOperatorShares(
            slash.operator, slash.operatorSet, slash.slashId, slash.strategy, before, magnitudes.max
        );
    }

    /// @dev What is on its way out is slashed in proportion.
    function _slashPending(Slash memory slash, Allocation memory allocation) private {
        uint256 pending = uint256(uint128(-allocation.pendingDiff));
        allocation.pendingDiff += int128(uint128(pending.mulWadUp(slash.wad)));
        emit AllocationUpdated(
            slash.operator,
            slash.operatorSet,
            slash.strategy,
            _sum(allocation.currentMagnitude, allocation.pendingDiff),
            allocation.effectBlock
        );
    }

    function _modify(
        address operator,
        OperatorSet memory operatorSet,
        IStrategy strategy,
        uint64 newMagnitude,
        uint32 allocationDelay
    ) private {
        _clearDeallocations(operator, strategy, type(uint16).max);
        bytes32 key = operatorSet.key();
        (Magnitudes memory magnitudes, Allocation memory allocation) = _upToDate(operator, key, strategy);
        if (allocation.effectBlock != 0) revert ModificationAlreadyPending();
        if (newMagnitude == allocation.currentMagnitude) revert SameMagnitude();
        allocation.pendingDiff = int128(uint128(newMagnitude)) - int128(uint128(allocation.currentMagnitude));
        if (allocation.pendingDiff > 0) {
            magnitudes.encumbered = _sum(magnitudes.encumbered, allocation.pendingDiff);
            if (magnitudes.encumbered > magnitudes.max) revert InsufficientMagnitude();
            allocation.effectBlock = uint32(block.number) + allocationDelay;
        } else if (_isAllocationSlashable(operator, operatorSet, strategy, allocation.currentMagnitude)) {
            _deallocations[operator][strategy].keys.push(key);
            allocation.effectBlock = uint32(block.number) + DEALLOCATION_DELAY + 1;
        } else {
            magnitudes.encumbered = _sum(magnitudes.encumbered, allocation.pendingDiff);
            allocation.currentMagnitude = newMagnitude;
            allocation.pendingDiff = 0;
            allocation.effectBlock = uint32(block.number);
        }
        _store(operator, key, strategy, magnitudes, allocation);
        emit AllocationUpdated(operator, operatorSet, strategy, newMagnitude, allocation.effectBlock);
    }

    function _isAllocationSlashable(
        address operator,
        OperatorSet memory operatorSet,
        IStrategy strategy,
        uint64 currentMagnitude
    ) private view returns (bool) {
        return currentMagnitude != 0 && _strategies[operatorSet.key()].contains(address(strategy))
            && isOperatorSlashable(operator, operatorSet);
    }

    function _anyRedistributes(address operator, KeySet.Keys storage keys) private view returns (bool) {
        for (uint256 i = 0; i < keys.list.length; i++) {
            OperatorSet memory operatorSet = OperatorSetKey.fromKey(keys.list[i]);
            if (isOperatorSlashable(operator, operatorSet) && isRedistributingOperatorSet(operatorSet)) return true;
        }
        return false;
    }
}
