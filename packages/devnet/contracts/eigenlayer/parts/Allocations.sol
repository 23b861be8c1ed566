// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BlockHistory} from "./BlockHistory.sol";
import {IStrategy} from "./IStrategy.sol";
import {KeySet} from "./KeySet.sol";
import {OperatorSet, OperatorSetKey} from "./OperatorSet.sol";
import {OperatorSets} from "./OperatorSets.sol";
import {WAD, WadMath} from "./WadMath.sol";

/// @notice How much of an operator each operator set may slash. An operator begins with a magnitude of 1 per strategy; slashes lower it for
/// good; allocations divide what is left.
abstract contract Allocations is OperatorSets {
    using BlockHistory for BlockHistory.Values;
    using KeySet for KeySet.Keys;
    using OperatorSetKey for KeySet.Keys;
    using WadMath for uint256;

    struct Allocation {
        uint64 currentMagnitude;
        int128 pendingDiff;
        uint32 effectBlock;
    }

    /// @dev An operator's magnitude in a strategy, and what of it is allocated or on its way out of an allocation.
    struct Magnitudes {
        uint64 max;
        uint64 encumbered;
    }

    /// @dev Keys of operator sets with a deallocation under way, oldest first from `first` on.
    struct Deallocations {
        bytes32[] keys;
        uint256 first;
    }

    mapping(address operator => KeySet.Keys) internal _allocatedSets;
    mapping(address operator => mapping(bytes32 setKey => KeySet.Keys)) private _allocatedStrategies;
    mapping(address operator => mapping(bytes32 setKey => mapping(IStrategy => Allocation))) private _allocations;
    mapping(address operator => mapping(IStrategy => BlockHistory.Values)) private _maxMagnitudes;
    mapping(address operator => mapping(IStrategy => uint64)) private _encumbered;
    mapping(address operator => mapping(IStrategy => Deallocations)) internal _deallocations;

    event EncumberedMagnitudeUpdated(address operator, IStrategy strategy, uint64 encumberedMagnitude);
    event MaxMagnitudeUpdated(address operator, IStrategy strategy, uint64 maxMagnitude);

    function getAllocatedSets(address operator) external view returns (OperatorSet[] memory) {
        return _allocatedSets[operator].all();
    }

    function getAllocatedStrategies(address operator, OperatorSet memory operatorSet)
        external
        view
        returns (address[] memory)
    {
        return _allocatedStrategies[operator][operatorSet.key()].addresses();
    }

    function getAllocation(address operator, OperatorSet memory operatorSet, IStrategy strategy)
        public
        view
        returns (Allocation memory allocation)
    {
        (, allocation) = _upToDate(operator, operatorSet.key(), strategy);
    }

    function getAllocations(address[] memory operators, OperatorSet memory operatorSet, IStrategy strategy)
        external
        view
        returns (Allocation[] memory allocations)
    {
        allocations = new Allocation[](operators.length);
        for (uint256 i = 0; i < operators.length; i++) {
            allocations[i] = getAllocation(operators[i], operatorSet, strategy);
        }
    }

    function getStrategyAllocations(address operator, IStrategy strategy)
        external
        view
        returns (OperatorSet[] memory operatorSets, Allocation[] memory allocations)
    {
        operatorSets = _allocatedSets[operator].all();
        allocations = new Allocation[](operatorSets.length);
        for (uint256 i = 0; i < operatorSets.length; i++) {
            allocations[i] = getAllocation(operator, operatorSets[i], strategy);
        }
    }

    /// @notice Finished deallocations count as free, also while nobody has cleared them.
    function getEncumberedMagnitude(address operator, IStrategy strategy) public view returns (uint64 encumbered) {
        encumbered = _encumbered[operator][strategy];
        Deallocations storage queue = _deallocations[operator][strategy];
        for (uint256 i = queue.first; i < queue.keys.length; i++) {
            Allocation memory allocation = _allocations[operator][queue.keys[i]][strategy];
            if (block.number < allocation.effectBlock) break;
            encumbered = _sum(encumbered, allocation.pendingDiff);
        }
    }

    function getAllocatableMagnitude(address operator, IStrategy strategy) external view returns (uint64) {
        return getMaxMagnitude(operator, strategy) - getEncumberedMagnitude(operator, strategy);
    }

    function getMaxMagnitude(address operator, IStrategy strategy) public view returns (uint64) {
        return uint64(_maxMagnitudes[operator][strategy].latest(WAD));
    }

    function getMaxMagnitudes(address operator, IStrategy[] memory strategies)
        external
        view
        returns (uint64[] memory magnitudes)
    {
        magnitudes = new uint64[](strategies.length);
        for (uint256 i = 0; i < magnitudes.length; i++) {
            magnitudes[i] = getMaxMagnitude(operator, strategies[i]);
        }
    }

    function getMaxMagnitudes(address[] memory operators, IStrategy strategy)
        external
        view
        returns (uint64[] memory magnitudes)
    {
        magnitudes = new uint64[](operators.length);
        for (uint256 i = 0; i < magnitudes.length; i++) {
            magnitudes[i] = getMaxMagnitude(operators[i], strategy);
        }
    }

    /// @notice At the end of a block, present or past.
    function getMaxMagnitudesAtBlock(address operator, IStrategy[] memory strategies, uint32 blockNumber)
        external
        view
        returns (uint64[] memory magnitudes)
    {
        magnitudes = new uint64[](strategies.length);
        for (uint256 i = 0; i < magnitudes.length; i++) {
            magnitudes[i] = uint64(_maxMagnitudes[operator][strategies[i]].asOf(blockNumber, WAD));
        }
    }

    /// @notice Shares that the set could slash at a block to come if nothing but deallocations happened; 0 for operators that it cannot slash.
    function getMinimumSlashableStake(
        OperatorSet memory operatorSet,
        address[] memory operators,
        IStrategy[] memory strategies,
        uint32 futureBlock
    ) external view returns (uint256[][] memory stake) {
        stake = _allocatedStake(operatorSet, operators, strategies, futureBlock);
        for (uint256 i = 0; i < operators.length; i++) {
            if (!isOperatorSlashable(operators[i], operatorSet)) stake[i] = new uint256[](strategies.length);
        }
    }

    function getAllocatedStake(
        OperatorSet memory operatorSet,
        address[] memory operators,
        IStrategy[] memory strategies
    ) external view returns (uint256[][] memory) {
        return _allocatedStake(operatorSet, operators, strategies, uint32(block.number));
    }

    function _allocatedStake(
        OperatorSet memory operatorSet,
        address[] memory operators,
        IStrategy[] memory strategies,
        uint32 futureBlock
    ) private view returns (uint256[][] memory stake) {
        stake = delegation.getOperatorsShares(operators, strategies);
        for (uint256 i = 0; i < operators.length; i++) {
            for (uint256 j = 0; j < strategies.length; j++) {
                uint256 part = _allocatedPart(operators[i], operatorSet, strategies[j], futureBlock);
                stake[i][j] = stake[i][j].mulWadDown(part);
            }
        }
    }

    function _allocatedPart(address operator, OperatorSet memory operatorSet, IStrategy strategy, uint32 futureBlock)
        private
        view
        returns (uint256)
    {
        uint64 max = getMaxMagnitude(operator, strategy);
        if (max == 0) return 0;
        Allocation memory allocation = getAllocation(operator, operatorSet, strategy);
        uint64 current = allocation.currentMagnitude;
        if (allocation.effectBlock <= futureBlock && allocation.pendingDiff < 0) {
            current = _sum(current, allocation.pendingDiff);
        }
        return uint256(current).divWadDown(max);
    }

    /// @dev As stored, or with the pending change done when its block has come.
    function _upToDate(address operator, bytes32 setKey, IStrategy strategy)
        internal
        view
        returns (Magnitudes memory magnitudes, Allocation memory allocation)
    {
        magnitudes = Magnitudes({
            max: getMaxMagnitude(operator, strategy),
            encumbered: _encumbered[operator][strategy]
        });
        allocation = _allocations[operator][setKey][strategy];
        if (block.number < allocation.effectBlock) return (magnitudes, allocation);
        allocation.currentMagnitude = _sum(allocation.currentMagnitude, allocation.pendingDiff);
        if (allocation.pendingDiff < 0) magnitudes.encumbered = _sum(magnitudes.encumbered, allocation.pendingDiff);
        allocation.effectBlock = 0;
        allocation.pendingDiff = 0;
    }

    function _store(
        address operator,
        bytes32 setKey,
        IStrategy strategy,
        Magnitudes memory magnitudes,
        Allocation memory allocation
    ) internal {
        if (_encumbered[operator][strategy] != magnitudes.encumbered) {
            _encumbered[operator][strategy] = magnitudes.encumbered;
            emit EncumberedMagnitudeUpdated(operator, strategy, magnitudes.encumbered);
        }
        _allocations[operator][setKey][strategy] = allocation;
        KeySet.Keys storage strategies = _allocatedStrategies[operator][setKey];
        if (allocation.pendingDiff != 0) {
            strategies.add(address(strategy));
            _allocatedSets[operator].add(setKey);
        } else if (allocation.currentMagnitude == 0) {
            strategies.remove(address(strategy));
            if (strategies.size() == 0) _allocatedSets[operator].remove(setKey);
        }
    }

    function _setMaxMagnitude(address operator, IStrategy strategy, uint64 magnitude) internal {
        _maxMagnitudes[operator][strategy].record(magnitude);
        emit MaxMagnitudeUpdated(operator, strategy, magnitude);
    }

    /// @dev Stops at the first that is not yet due.
    function _clearDeallocations(address operator, IStrategy strategy, uint16 most) internal {
        Deallocations storage queue = _deallocations[operator][strategy];
        for (uint256 cleared = 0; cleared < most && queue.first < queue.keys.length; cleared++) {
            bytes32 setKey = queue.keys[queue.first];
            (Magnitudes memory magnitudes, Allocation memory allocation) = _upToDate(operator, setKey, strategy);
            if (block.number < allocation.effectBlock) return;
            _store(operator, setKey, strategy, magnitudes, allocation);
            queue.first += 1;
        }
    }

    function _sum(uint64 magnitude, int128 difference) internal pure returns (uint64) {
        int256 sum = int256(uint256(magnitude)) + difference;
        require(sum >= 0 && sum <= int256(uint256(type(uint64).max)), "SafeCast: value doesn't fit in 64 bits");
        return uint64(uint256(sum));
    }
}
