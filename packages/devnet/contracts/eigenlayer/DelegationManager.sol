// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {PauserRegistry} from "./PauserRegistry.sol";
import {isBeaconChainEth} from "./parts/Addresses.sol";
import {DelegatedShares} from "./parts/DelegatedShares.sol";
import {DepositScaling} from "./parts/DepositScaling.sol";
import {IAllocationManager} from "./parts/IAllocationManager.sol";
import {IEigenPodManager, IStrategyManager} from "./parts/IShareManager.sol";
import {IStrategy} from "./parts/IStrategy.sol";
import {InitializedOnce} from "./parts/InitializedOnce.sol";
import {OperatorSet} from "./parts/OperatorSet.sol";
import {PausableBits} from "./parts/PausableBits.sol";
import {SignedMessages} from "./parts/SignedMessages.sol";
import {WadMath} from "./parts/WadMath.sol";
import {WithdrawalQueue} from "./parts/WithdrawalQueue.sol";

/// @notice Delegation of stakers to operators, its end, and the withdrawal queue between them. An account acts for itself: EigenLayer's
/// appointees are left out.
contract DelegationManager is InitializedOnce, WithdrawalQueue, SignedMessages {
    using DepositScaling for DepositScaling.Factor;
    using WadMath for uint256;

    bytes32 public constant DELEGATION_APPROVAL_TYPEHASH = keccak256(
        "DelegationApproval(address delegationApprover,address staker,address operator,bytes32 salt,uint256 expiry)"
    );
    uint8 internal constant PAUSED_NEW_DELEGATION = 0;

    mapping(address operator => address) public delegationApprover;
    mapping(address approver => mapping(bytes32 salt => bool)) public delegationApproverSaltIsSpent;

    event OperatorRegistered(address indexed operator, address delegationApprover);
    event DelegationApproverUpdated(address indexed operator, address newDelegationApprover);
    event OperatorMetadataURIUpdated(address indexed operator, string metadataURI);
    event StakerDelegated(address indexed staker, address indexed operator);
    event StakerUndelegated(address indexed staker, address indexed operator);
    event StakerForceUndelegated(address indexed staker, address indexed operator);
    event OperatorSharesSlashed(address indexed operator, IStrategy strategy, uint256 totalSlashedShares);

    error ActivelyDelegated();
    error CallerCannotUndelegate();
    error InvalidPermissions();
    error NotActivelyDelegated();
    error OnlyAllocationManager();
    error OnlyEigenPodManager();
    error OnlyStrategyManagerOrEigenPodManager();
    error OperatorNotRegistered();
    error OperatorsCannotUndelegate();
    error SaltSpent();

    modifier onlyItself(address operator) {
        if (msg.sender != operator) revert InvalidPermissions();
        if (!isOperator(operator)) revert OperatorNotRegistered();
        _;
    }

    constructor(
        IStrategyManager strategies,
        IEigenPodManager pods,
        IAllocationManager allocations,
        PauserRegistry registry,
        uint32 minWithdrawalDelay,
        string memory deployedVersion
    )
        DelegatedShares(strategies, pods, allocations, minWithdrawalDelay)
        PausableBits(registry)
        SignedMessages(deployedVersion)
    {}

    function initialize(uint256 initialPausedStatus) external initializer {
        _setPausedStatus(initialPausedStatus);
    }

    /// @param allocationDelay blocks, in force at once
    function registerAsOperator(
        address initDelegationApprover,
        uint32 allocationDelay,
        string calldata metadataURI
    ) external {
        if (isDelegated(msg.sender)) revert ActivelyDelegated();
        allocationManager.setAllocationDelay(msg.sender, allocationDelay);
        _setDelegationApprover(msg.sender, initDelegationApprover);
        _delegate(msg.sender, msg.sender);
        emit OperatorRegistered(msg.sender, initDelegationApprover);
        emit OperatorMetadataURIUpdated(msg.sender, metadataURI);
    }

    function modifyOperatorDetails(address operator, address newDelegationApprover) external onlyItself(operator) {
        _setDelegationApprover(operator, newDelegationApprover);
    }

    function updateOperatorMetadataURI(address operator, string calldata metadataURI) external onlyItself(operator) {
        emit OperatorMetadataURIUpdated(operator, metadataURI);
    }

    /// @param approval of the operator's approver, if it has one; else it is not looked at
    function delegateTo(address operator, SignatureWithExpiry memory approval, bytes32 approverSalt) public {
        if (isDelegated(msg.sender)) revert ActivelyDelegated();
        if (!isOperator(operator)) revert OperatorNotRegistered();
        _requireApproval(operator, approval, approverSalt);
        _delegate(msg.sender, operator);
    }

    /// @notice Puts everything into the queue, one withdrawal for each strategy. The operator or its approver may force it.
    function undelegate(address staker) public returns (bytes32[] memory withdrawalRoots) {
        if (!isDelegated(staker)) revert NotActivelyDelegated();
        if (isOperator(staker)) revert OperatorsCannotUndelegate();
        address operator = delegatedTo[staker];
        if (msg.sender != staker) {
            if (msg.sender != operator && msg.sender != delegationApprover[operator]) revert CallerCannotUndelegate();
            emit StakerForceUndelegated(staker, operator);
        }
        return _undelegate(staker, operator);
    }

    function redelegate(address newOperator, SignatureWithExpiry memory approval, bytes32 approverSalt)
        external
        returns (bytes32[] memory withdrawalRoots)
    {
        withdrawalRoots = undelegate(msg.sender);
        delegateTo(newOperator, approval, approverSalt);
    }

    function increaseDelegatedShares(
        address staker,
        IStrategy strategy,
        uint256 prevDepositShares,
        uint256 addedShares
    ) external {
        if (msg.sender != address(strategyManager) && msg.sender != address(eigenPodManager)) {
            revert OnlyStrategyManagerOrEigenPodManager();
        }
        address operator = delegatedTo[staker];
        uint64 maxMagnitude = allocationManager.getMaxMagnitude(operator, strategy);
        _increaseDelegation(
            Gain({
                operator: operator,
                staker: staker,
                strategy: strategy,
                previousDepositShares: prevDepositShares,
                added: addedShares,
                slashingFactor: _slashingFactor(staker, strategy, maxMagnitude)
            })
        );
    }

    /// @notice The beacon chain slashed: the operator loses what the staker lost.
    function decreaseDelegatedShares(
        address staker,
        uint256 curDepositShares,
        uint64 beaconChainSlashingFactorDecrease
    ) external {
        if (msg.sender != address(eigenPodManager)) revert OnlyEigenPodManager();
        if (!isDelegated(staker)) return;
        address operator = delegatedTo[staker];
        uint256 maxMagnitude = allocationManager.getMaxMagnitude(operator, beaconChainETHStrategy);
        uint256 lost = _scaling[staker][beaconChainETHStrategy].withdrawable(
            curDepositShares, maxMagnitude.mulWadDown(beaconChainSlashingFactorDecrease)
        );
        _decreaseDelegation(operator, staker, beaconChainETHStrategy, lost);
    }

    /// @notice Slashes what is delegated and what is in the queue. Stakers' own numbers stay: they follow from the magnitude.
    function slashOperatorShares(
        address operator,
        OperatorSet calldata operatorSet,
        uint256 slashId,
        IStrategy strategy,
        uint64 prevMaxMagnitude,
        uint64 newMaxMagnitude
    ) external returns (uint256 total) {
        if (msg.sender != address(allocationManager)) revert OnlyAllocationManager();
        uint256 delegated =
            DepositScaling.slashed(operatorShares[operator][strategy], prevMaxMagnitude, newMaxMagnitude);
        total = delegated + _slashedInQueue(operator, strategy, prevMaxMagnitude, newMaxMagnitude);
        _decreaseDelegation(operator, address(0), strategy, delegated);
        emit OperatorSharesSlashed(operator, strategy, total);
        _shareManager(strategy).increaseBurnOrRedistributableShares(operatorSet, slashId, strategy, total);
    }

    function calculateDelegationApprovalDigestHash(
        address staker,
        address operator,
        address approver,
        bytes32 approverSalt,
        uint256 expiry
    ) public view returns (bytes32) {
        return _digest(
            keccak256(abi.encode(DELEGATION_APPROVAL_TYPEHASH, approver, staker, operator, approverSalt, expiry))
        );
    }

    function _setDelegationApprover(address operator, address newDelegationApprover) private {
        delegationApprover[operator] = newDelegationApprover;
        emit DelegationApproverUpdated(operator, newDelegationApprover);
    }

    function _requireApproval(address operator, SignatureWithExpiry memory approval, bytes32 salt) private {
        address approver = delegationApprover[operator];
        if (approver == address(0)) return;
        if (delegationApproverSaltIsSpent[approver][salt]) revert SaltSpent();
        delegationApproverSaltIsSpent[approver][salt] = true;
        bytes32 digest =
            calculateDelegationApprovalDigestHash(msg.sender, operator, approver, salt, approval.expiry);
        _requireSigned(approver, digest, approval);
    }

    /// @dev The operator's losses so far are not the staker's: the shares that count are those withdrawable until now.
    function _delegate(address staker, address operator) private onlyWhenNotPaused(PAUSED_NEW_DELEGATION) {
        (IStrategy[] memory strategies, uint256[] memory shares) = getDepositedShares(staker);
        uint256[] memory factors = _slashingFactors(address(0), operator, strategies);
        delegatedTo[staker] = operator;
        emit StakerDelegated(staker, operator);
        for (uint256 i = 0; i < strategies.length; i++) {
            if (isBeaconChainEth(strategies[i])) shares[i] = _afterBeaconChain(staker, shares[i]);
            _increaseDelegation(
                Gain({
                    operator: operator,
                    staker: staker,
                    strategy: strategies[i],
                    previousDepositShares: 0,
                    added: shares[i],
                    slashingFactor: factors[i]
                })
            );
        }
    }

    function _afterBeaconChain(address staker, uint256 depositShares) private view returns (uint256) {
        uint64 factor = eigenPodManager.beaconChainSlashingFactor(staker);
        return _scaling[staker][beaconChainETHStrategy].withdrawable(depositShares, factor);
    }

    function _undelegate(address staker, address operator)
        private
        onlyWhenNotPaused(PAUSED_ENTER_WITHDRAWAL_QUEUE)
        returns (bytes32[] memory roots)
    {
        delegatedTo[staker] = address(0);
        emit StakerUndelegated(staker, operator);
        (IStrategy[] memory strategies, uint256[] memory shares) = getDepositedShares(staker);
        roots = new bytes32[](strategies.length);
        for (uint256 i = 0; i < roots.length; i++) {
            IStrategy[] memory one = new IStrategy[](1);
            uint256[] memory all = new uint256[](1);
            (one[0], all[0]) = (strategies[i], shares[i]);
            roots[i] = _queue(staker, operator, one, all);
        }
    }
}
