// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BEACON_CHAIN_ETH, isBeaconChainEth} from "./Addresses.sol";
import {BlockHistory} from "./BlockHistory.sol";
import {DepositScaling} from "./DepositScaling.sol";
import {IAllocationManager} from "./IAllocationManager.sol";
import {IDelegationManager} from "./IDelegationManager.sol";
import {IEigenPodManager, IShareManager, IStrategyManager} from "./IShareManager.sol";
import {IStrategy} from "./IStrategy.sol";
import {WadMath} from "./WadMath.sol";

/// @notice Who is delegated to whom, and with how many shares: what an operator's slash can reach, in the queue and out of it.
abstract contract DelegatedShares is IDelegationManager {
    using BlockHistory for BlockHistory.Values;
    using DepositScaling for DepositScaling.Factor;
    using WadMath for uint256;

    IStrategy public constant beaconChainETHStrategy = BEACON_CHAIN_ETH;
    IStrategyManager public immutable strategyManager;
    IEigenPodManager public immutable eigenPodManager;
    IAllocationManager public immutable allocationManager;
    uint32 internal immutable MIN_WITHDRAWAL_DELAY_BLOCKS;

    mapping(address operator => mapping(IStrategy => uint256)) public operatorShares;
    mapping(address staker => address operator) public delegatedTo;
    mapping(address staker => mapping(IStrategy => DepositScaling.Factor)) internal _scaling;
    /// @dev All scaled shares that ever entered the queue under an operator.
    mapping(address operator => mapping(IStrategy => BlockHistory.Values)) private _queuedScaledShares;

    event OperatorSharesIncreased(address indexed operator, address staker, IStrategy strategy, uint256 shares);
    event OperatorSharesDecreased(address indexed operator, address staker, IStrategy strategy, uint256 shares);
    event DepositScalingFactorUpdated(address staker, IStrategy strategy, uint256 newDepositScalingFactor);

    error FullySlashed();

    constructor(
        IStrategyManager strategies,
        IEigenPodManager pods,
        IAllocationManager allocations,
        uint32 minWithdrawalDelay
    ) {
        strategyManager = strategies;
        eigenPodManager = pods;
        allocationManager = allocations;
        MIN_WITHDRAWAL_DELAY_BLOCKS = minWithdrawalDelay;
    }

    function minWithdrawalDelayBlocks() external view returns (uint32) {
        return MIN_WITHDRAWAL_DELAY_BLOCKS;
    }

    function depositScalingFactor(address staker, IStrategy strategy) external view returns (uint256) {
        return _scaling[staker][strategy].value();
    }

    function isDelegated(address staker) public view returns (bool) {
        return delegatedTo[staker] != address(0);
    }

    /// @dev An operator is delegated to itself, for ever.
    function isOperator(address operator) public view returns (bool) {
        return operator != address(0) && delegatedTo[operator] == operator;
    }

    function getOperatorShares(address operator, IStrategy[] memory strategies)
        public
        view
        returns (uint256[] memory shares)
    {
        shares = new uint256[](strategies.length);
        for (uint256 i = 0; i < shares.length; i++) {
            shares[i] = operatorShares[operator][strategies[i]];
        }
    }

    function getOperatorsShares(address[] memory operators, IStrategy[] memory strategies)
        external
        view
        returns (uint256[][] memory shares)
    {
        shares = new uint256[][](operators.length);
        for (uint256 i = 0; i < shares.length; i++) {
            shares[i] = getOperatorShares(operators[i], strategies);
        }
    }

    /// @notice Withdrawable shares in the queue that a slash of the operator in the next block would still reach.
    function getSlashableSharesInQueue(address operator, IStrategy strategy) external view returns (uint256) {
        return _slashedInQueue(operator, strategy, allocationManager.getMaxMagnitude(operator, strategy), 0);
    }

    /// @notice What the staker could withdraw now if no more slashing came, and the deposit shares beside it.
    function getWithdrawableShares(address staker, IStrategy[] memory strategies)
        external
        view
        returns (uint256[] memory withdrawableShares, uint256[] memory depositShares)
    {
        uint256[] memory factors = _slashingFactors(staker, delegatedTo[staker], strategies);
        withdrawableShares = new uint256[](strategies.length);
        depositShares = new uint256[](strategies.length);
        for (uint256 i = 0; i < strategies.length; i++) {
            depositShares[i] = _shareManager(strategies[i]).stakerDepositShares(staker, strategies[i]);
            withdrawableShares[i] = _scaling[staker][strategies[i]].withdrawable(depositShares[i], factors[i]);
        }
    }

    /// @notice Token strategies in the StrategyManager's order, native ether last.
    function getDepositedShares(address staker)
        public
        view
        returns (IStrategy[] memory strategies, uint256[] memory shares)
    {
        (IStrategy[] memory listed, uint256[] memory held) = strategyManager.getDeposits(staker);
        uint256 podShares = eigenPodManager.stakerDepositShares(staker, BEACON_CHAIN_ETH);
        if (podShares == 0) return (listed, held);
        strategies = new IStrategy[](listed.length + 1);
        shares = new uint256[](listed.length + 1);
        for (uint256 i = 0; i < listed.length; i++) {
            (strategies[i], shares[i]) = (listed[i], held[i]);
        }
        (strategies[listed.length], shares[listed.length]) = (BEACON_CHAIN_ETH, podShares);
    }

    /// @notice The deposit shares to queue for so many withdrawable ones. Reverts with a division by zero at a full slash.
    function convertToDepositShares(
        address staker,
        IStrategy[] memory strategies,
        uint256[] memory withdrawableShares
    ) external view returns (uint256[] memory depositShares) {
        uint256[] memory factors = _slashingFactors(staker, delegatedTo[staker], strategies);
        depositShares = new uint256[](strategies.length);
        for (uint256 i = 0; i < strategies.length; i++) {
            depositShares[i] = _scaling[staker][strategies[i]].depositSharesFor(withdrawableShares[i], factors[i]);
        }
    }

    /// @dev What a staker gained: `previousDepositShares` is what was there before, 0 at a new delegation.
    struct Gain {
        address operator;
        address staker;
        IStrategy strategy;
        uint256 previousDepositShares;
        uint256 added;
        uint256 slashingFactor;
    }

    function _increaseDelegation(Gain memory gain) internal {
        if (gain.slashingFactor == 0) revert FullySlashed();
        if (gain.added == 0) return;
        DepositScaling.Factor storage scaling = _scaling[gain.staker][gain.strategy];
        scaling.afterAdding(gain.previousDepositShares, gain.added, gain.slashingFactor);
        emit DepositScalingFactorUpdated(gain.staker, gain.strategy, scaling.value());
        if (!isDelegated(gain.staker)) return;
        operatorShares[gain.operator][gain.strategy] += gain.added;
        emit OperatorSharesIncreased(gain.operator, gain.staker, gain.strategy, gain.added);
    }

    /// @dev Panics when the operator has fewer: so an over-asking staker is refused who is delegated.
    function _decreaseDelegation(address operator, address staker, IStrategy strategy, uint256 shares) internal {
        operatorShares[operator][strategy] -= shares;
        emit OperatorSharesDecreased(operator, staker, strategy, shares);
    }

    function _addToSlashableQueue(address operator, IStrategy strategy, uint256 scaledShares) internal {
        BlockHistory.Values storage queued = _queuedScaledShares[operator][strategy];
        queued.record(queued.latest(0) + scaledShares);
    }

    /// @dev Of what entered the queue in this block and the `MIN_WITHDRAWAL_DELAY_BLOCKS` before it.
    function _slashedInQueue(address operator, IStrategy strategy, uint64 magnitude, uint64 newMagnitude)
        internal
        view
        returns (uint256)
    {
        if (magnitude == 0) return 0;
        BlockHistory.Values storage queued = _queuedScaledShares[operator][strategy];
        uint32 lastSafeBlock = uint32(block.number) - MIN_WITHDRAWAL_DELAY_BLOCKS - 1;
        uint256 scaledShares = queued.latest(0) - queued.asOf(lastSafeBlock, 0);
        return DepositScaling.slashed(scaledShares.mulWadDown(magnitude), magnitude, newMagnitude);
    }

    /// @dev For native ether, what the beacon chain slashed comes on top, as it stands now.
    function _slashingFactor(address staker, IStrategy strategy, uint64 maxMagnitude)
        internal
        view
        returns (uint256)
    {
        if (!isBeaconChainEth(strategy)) return maxMagnitude;
        return uint256(maxMagnitude).mulWadDown(eigenPodManager.beaconChainSlashingFactor(staker));
    }

    function _slashingFactors(address staker, address operator, IStrategy[] memory strategies)
        internal
        view
        returns (uint256[] memory)
    {
        return _withBeacon(staker, strategies, allocationManager.getMaxMagnitudes(operator, strategies));
    }

    function _slashingFactorsAt(address staker, address operator, IStrategy[] memory strategies, uint32 blockNumber)
        internal
        view
        returns (uint256[] memory)
    {
        uint64[] memory magnitudes = allocationManager.getMaxMagnitudesAtBlock(operator, strategies, blockNumber);
        return _withBeacon(staker, strategies, magnitudes);
    }

    function _withBeacon(address staker, IStrategy[] memory strategies, uint64[] memory magnitudes)
        private
        view
        returns (uint256[] memory factors)
    {
        factors = new uint256[](strategies.length);
        for (uint256 i = 0; i < factors.length; i++) {
            factors[i] = _slashingFactor(staker, strategies[i], magnitudes[i]);
        }
    }

    function _shareManager(IStrategy strategy) internal view returns (IShareManager) {
        return isBeaconChainEth(strategy) ? IShareManager(eigenPodManager) : IShareManager(strategyManager);
    }
}
