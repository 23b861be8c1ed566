// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BURN_ADDRESS, isBeaconChainEth} from "./Addresses.sol";
import {IDelegationManager} from "./IDelegationManager.sol";
import {IStrategy} from "./IStrategy.sol";
import {KeySet} from "./KeySet.sol";
import {OperatorSet, OperatorSetKey} from "./OperatorSet.sol";
import {PausableBits} from "./PausableBits.sol";

/// @notice Operator sets: their strategies, their operators, who may slash them, and who receives what a slash takes. A service and an
/// operator act for themselves: EigenLayer's appointees and the services' registrars are left out.
abstract contract OperatorSets is PausableBits {
    using KeySet for KeySet.Keys;
    using OperatorSetKey for KeySet.Keys;

    struct CreateSetParams {
        uint32 operatorSetId;
        IStrategy[] strategies;
    }

    struct CreateSetParamsV2 {
        uint32 operatorSetId;
        IStrategy[] strategies;
        address slasher;
    }

    struct RegisterParams {
        address avs;
        uint32[] operatorSetIds;
        bytes data;
    }

    struct DeregisterParams {
        address operator;
        address avs;
        uint32[] operatorSetIds;
    }

    struct RegistrationStatus {
        bool registered;
        uint32 slashableUntil;
    }

    struct SlasherParams {
        address slasher;
        address pendingSlasher;
        uint32 effectBlock;
    }

    uint8 internal constant PAUSED_OPERATOR_SET_REGISTRATION_AND_DEREGISTRATION = 2;

    IDelegationManager public immutable delegation;
    IStrategy public immutable eigenStrategy;
    uint32 public immutable DEALLOCATION_DELAY;
    uint32 public immutable SLASHER_CONFIGURATION_DELAY;

    mapping(address avs => bool) private _hasMetadata;
    mapping(address avs => KeySet.Keys) private _ids;
    mapping(bytes32 setKey => KeySet.Keys) internal _strategies;
    mapping(bytes32 setKey => KeySet.Keys) private _members;
    mapping(bytes32 setKey => address) private _recipients;
    mapping(bytes32 setKey => SlasherParams) private _slashers;
    mapping(address operator => KeySet.Keys) internal _registeredSets;
    mapping(address operator => mapping(bytes32 setKey => RegistrationStatus)) private _registrations;

    event AVSMetadataURIUpdated(address indexed avs, string metadataURI);
    event OperatorSetCreated(OperatorSet operatorSet);
    event OperatorAddedToOperatorSet(address indexed operator, OperatorSet operatorSet);
    event OperatorRemovedFromOperatorSet(address indexed operator, OperatorSet operatorSet);
    event RedistributionAddressSet(OperatorSet operatorSet, address redistributionRecipient);
    event SlasherUpdated(OperatorSet operatorSet, address slasher, uint32 effectBlock);
    event StrategyAddedToOperatorSet(OperatorSet operatorSet, IStrategy strategy);
    event StrategyRemovedFromOperatorSet(OperatorSet operatorSet, IStrategy strategy);

    error AlreadyMemberOfSet();
    error InputArrayLengthMismatch();
    error InvalidCaller();
    error InvalidOperator();
    error InvalidOperatorSet();
    error InvalidPermissions();
    error InvalidRedistributionRecipient();
    error InvalidStrategy();
    error NonexistentAVSMetadata();
    error NotMemberOfSet();
    error SlasherNotSet();
    error StrategyAlreadyInOperatorSet();
    error StrategyNotInOperatorSet();

    modifier onlyItself(address account) {
        if (msg.sender != account) revert InvalidPermissions();
        _;
    }

    constructor(IDelegationManager delegationManager, IStrategy eigen, uint32 deallocationDelay, uint32 slasherDelay) {
        delegation = delegationManager;
        eigenStrategy = eigen;
        DEALLOCATION_DELAY = deallocationDelay;
        SLASHER_CONFIGURATION_DELAY = slasherDelay;
    }

    /// @notice A service must say who it is before it may have operator sets.
    function updateAVSMetadataURI(address avs, string calldata metadataURI) external onlyItself(avs) {
        _hasMetadata[avs] = true;
        emit AVSMetadataURIUpdated(avs, metadataURI);
    }

    function createOperatorSets(address avs, CreateSetParams[] calldata params) external {
        createOperatorSets(avs, _slashedByService(avs, params));
    }

    function createOperatorSets(address avs, CreateSetParamsV2[] memory params) public onlyItself(avs) {
        if (!_hasMetadata[avs]) revert NonexistentAVSMetadata();
        for (uint256 i = 0; i < params.length; i++) {
            _create(avs, params[i], address(0));
        }
    }

    function createRedistributingOperatorSets(
        address avs,
        CreateSetParams[] calldata params,
        address[] calldata redistributionRecipients
    ) external {
        createRedistributingOperatorSets(avs, _slashedByService(avs, params), redistributionRecipients);
    }

    function createRedistributingOperatorSets(
        address avs,
        CreateSetParamsV2[] memory params,
        address[] calldata redistributionRecipients
    ) public onlyItself(avs) {
        if (params.length != redistributionRecipients.length) revert InputArrayLengthMismatch();
        if (!_hasMetadata[avs]) revert NonexistentAVSMetadata();
        for (uint256 i = 0; i < params.length; i++) {
            if (redistributionRecipients[i] == address(0)) revert InputAddressZero();
            if (redistributionRecipients[i] == BURN_ADDRESS) revert InvalidRedistributionRecipient();
            _create(avs, params[i], redistributionRecipients[i]);
        }
    }

    function addStrategiesToOperatorSet(address avs, uint32 operatorSetId, IStrategy[] calldata strategies)
        external
        onlyItself(avs)
    {
        OperatorSet memory operatorSet = _existing(avs, operatorSetId);
        for (uint256 i = 0; i < strategies.length; i++) {
            _addStrategy(operatorSet, strategies[i]);
        }
    }

    function removeStrategiesFromOperatorSet(address avs, uint32 operatorSetId, IStrategy[] calldata strategies)
        external
        onlyItself(avs)
    {
        OperatorSet memory operatorSet = _existing(avs, operatorSetId);
        for (uint256 i = 0; i < strategies.length; i++) {
            if (!_strategies[operatorSet.key()].remove(address(strategies[i]))) revert StrategyNotInOperatorSet();
            emit StrategyRemovedFromOperatorSet(operatorSet, strategies[i]);
        }
    }

    function updateSlasher(OperatorSet memory operatorSet, address slasher) external onlyItself(operatorSet.avs) {
        _existing(operatorSet.avs, operatorSet.id);
        if (getSlasher(operatorSet) == address(0)) revert SlasherNotSet();
        _setSlasher(operatorSet, slasher, SLASHER_CONFIGURATION_DELAY + 1);
    }

    function registerForOperatorSets(address operator, RegisterParams calldata params)
        external
        onlyWhenNotPaused(PAUSED_OPERATOR_SET_REGISTRATION_AND_DEREGISTRATION)
        onlyItself(operator)
    {
        if (!delegation.isOperator(operator)) revert InvalidOperator();
        for (uint256 i = 0; i < params.operatorSetIds.length; i++) {
            OperatorSet memory operatorSet = _existing(params.avs, params.operatorSetIds[i]);
            bytes32 key = operatorSet.key();
            if (isOperatorSlashable(operator, operatorSet)) revert AlreadyMemberOfSet();
            _registeredSets[operator].add(key);
            _members[key].add(operator);
            emit OperatorAddedToOperatorSet(operator, operatorSet);
            _registrations[operator][key].registered = true;
        }
    }

    /// @notice By the operator or by the service. The operator stays slashable until the deallocation delay is over.
    function deregisterFromOperatorSets(DeregisterParams calldata params)
        external
        onlyWhenNotPaused(PAUSED_OPERATOR_SET_REGISTRATION_AND_DEREGISTRATION)
    {
        address operator = params.operator;
        if (msg.sender != operator && msg.sender != params.avs) revert InvalidCaller();
        for (uint256 i = 0; i < params.operatorSetIds.length; i++) {
            OperatorSet memory operatorSet = _existing(params.avs, params.operatorSetIds[i]);
            bytes32 key = operatorSet.key();
            if (!_registrations[operator][key].registered) revert NotMemberOfSet();
            _registeredSets[operator].remove(key);
            _members[key].remove(operator);
            emit OperatorRemovedFromOperatorSet(operator, operatorSet);
            _registrations[operator][key] =
                RegistrationStatus({registered: false, slashableUntil: uint32(block.number) + DEALLOCATION_DELAY});
        }
    }

    function isOperatorSet(OperatorSet memory operatorSet) public view returns (bool) {
        return _ids[operatorSet.avs].contains(bytes32(uint256(operatorSet.id)));
    }

    function getOperatorSetCount(address avs) external view returns (uint256) {
        return _ids[avs].size();
    }

    function getRegisteredSets(address operator) external view returns (OperatorSet[] memory) {
        return _registeredSets[operator].all();
    }

    function isMemberOfOperatorSet(address operator, OperatorSet memory operatorSet) external view returns (bool) {
        return _members[operatorSet.key()].contains(operator);
    }

    function getMembers(OperatorSet memory operatorSet) external view returns (address[] memory) {
        return _members[operatorSet.key()].addresses();
    }

    function getMemberCount(OperatorSet memory operatorSet) external view returns (uint256) {
        return _members[operatorSet.key()].size();
    }

    function getStrategiesInOperatorSet(OperatorSet memory operatorSet) external view returns (address[] memory) {
        return _strategies[operatorSet.key()].addresses();
    }

    function isOperatorSlashable(address operator, OperatorSet memory operatorSet) public view returns (bool) {
        RegistrationStatus memory status = _registrations[operator][operatorSet.key()];
        return status.registered || block.number <= status.slashableUntil;
    }

    function getRedistributionRecipient(OperatorSet memory operatorSet) public view returns (address) {
        address recipient = _recipients[operatorSet.key()];
        return recipient == address(0) ? BURN_ADDRESS : recipient;
    }

    function isRedistributingOperatorSet(OperatorSet memory operatorSet) public view returns (bool) {
        return _recipients[operatorSet.key()] != address(0);
    }

    function getSlasher(OperatorSet memory operatorSet) public view returns (address) {
        SlasherParams memory params = _slashers[operatorSet.key()];
        return block.number >= params.effectBlock ? params.pendingSlasher : params.slasher;
    }

    function getPendingSlasher(OperatorSet memory operatorSet) external view returns (address, uint32) {
        SlasherParams memory params = _slashers[operatorSet.key()];
        if (block.number >= params.effectBlock) return (address(0), 0);
        return (params.pendingSlasher, params.effectBlock);
    }

    function _existing(address avs, uint32 id) internal view returns (OperatorSet memory operatorSet) {
        operatorSet = OperatorSet({avs: avs, id: id});
        if (!isOperatorSet(operatorSet)) revert InvalidOperatorSet();
    }

    /// @param recipient zero when what is slashed is burnt
    function _create(address avs, CreateSetParamsV2 memory params, address recipient) private {
        OperatorSet memory operatorSet = OperatorSet({avs: avs, id: params.operatorSetId});
        if (!_ids[avs].add(bytes32(uint256(operatorSet.id)))) revert InvalidOperatorSet();
        emit OperatorSetCreated(operatorSet);
        if (recipient != address(0)) {
            _recipients[operatorSet.key()] = recipient;
            emit RedistributionAddressSet(operatorSet, recipient);
        }
        for (uint256 i = 0; i < params.strategies.length; i++) {
            _addStrategy(operatorSet, params.strategies[i]);
        }
        _setSlasher(operatorSet, params.slasher, 0);
    }

    /// @dev Native ether and EIGEN cannot be handed on, so that a redistributing set may not have them.
    function _addStrategy(OperatorSet memory operatorSet, IStrategy strategy) private {
        bool handedOn = isRedistributingOperatorSet(operatorSet);
        if (handedOn && (isBeaconChainEth(strategy) || address(strategy) == address(eigenStrategy))) revert InvalidStrategy();
        if (!_strategies[operatorSet.key()].add(address(strategy))) revert StrategyAlreadyInOperatorSet();
        emit StrategyAddedToOperatorSet(operatorSet, strategy);
    }

    /// @dev Asking again for a change that waits does not move its block.
    function _setSlasher(OperatorSet memory operatorSet, address slasher, uint32 delay) private {
        if (slasher == address(0)) revert InputAddressZero();
        SlasherParams storage params = _slashers[operatorSet.key()];
        if (block.number >= params.effectBlock) params.slasher = params.pendingSlasher;
        else if (slasher == params.pendingSlasher) return;
        params.pendingSlasher = slasher;
        if (delay == 0) params.slasher = slasher;
        params.effectBlock = uint32(block.number) + delay;
        emit SlasherUpdated(operatorSet, slasher, params.effectBlock);
    }

    function _slashedByService(address avs, CreateSetParams[] calldata params)
        private
        pure
        returns (CreateSetParamsV2[] memory converted)
    {
        converted = new CreateSetParamsV2[](params.length);
        for (uint256 i = 0; i < params.length; i++) {
            converted[i] = CreateSetParamsV2(params[i].operatorSetId, params[i].strategies, avs);
        }
    }
}
