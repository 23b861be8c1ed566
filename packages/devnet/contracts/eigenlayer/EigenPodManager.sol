// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {PauserRegistry} from "./PauserRegistry.sol";
import {BEACON_CHAIN_ETH, isBeaconChainEth} from "./parts/Addresses.sol";
import {IDelegationManager} from "./parts/IDelegationManager.sol";
import {IEigenPodManager} from "./parts/IShareManager.sol";
import {IStrategy} from "./parts/IStrategy.sol";
import {InitializedOnce} from "./parts/InitializedOnce.sol";
import {OperatorSet} from "./parts/OperatorSet.sol";
import {Owned} from "./parts/Owned.sol";
import {PausableBits} from "./parts/PausableBits.sol";
import {IToken} from "./parts/Token.sol";
import {WAD, WadMath} from "./parts/WadMath.sol";

/// @notice Native ether of stakers, and the beacon chain's own slashing of it. There are no pods and no proofs here: the owner reports
/// balances in place of a pod, and withdrawals are paid from the ether that this contract was sent.
contract EigenPodManager is IEigenPodManager, InitializedOnce, Owned, PausableBits {
    struct SlashingFactor {
        bool isSet;
        uint64 factor;
    }

    IStrategy public constant beaconChainETHStrategy = BEACON_CHAIN_ETH;
    int256 private constant GWEI = 1e9;

    IDelegationManager public immutable delegationManager;
    /// @dev Signed as in EigenLayer, where old withdrawals could leave a debt; never below zero here.
    mapping(address podOwner => int256) public podOwnerDepositShares;
    mapping(address podOwner => SlashingFactor) private _beaconChainSlashingFactor;
    uint256 public burnableETHShares;

    event PodSharesUpdated(address indexed podOwner, int256 sharesDelta);
    event NewTotalShares(address indexed podOwner, int256 newTotalShares);
    event BeaconChainSlashingFactorDecreased(
        address staker, uint64 prevBeaconChainSlashingFactor, uint64 newBeaconChainSlashingFactor
    );
    event BurnableETHSharesIncreased(uint256 shares);

    error OnlyEigenPod();
    error OnlyDelegationManager();
    error SharesNotMultipleOfGwei();
    error SharesNegative();
    error InvalidStrategy();
    error InsufficientWithdrawableBalance();

    modifier onlyDelegationManager() {
        if (msg.sender != address(delegationManager)) revert OnlyDelegationManager();
        _;
    }

    modifier onlyBeaconChainETH(IStrategy strategy) {
        if (!isBeaconChainEth(strategy)) revert InvalidStrategy();
        _;
    }

    constructor(IDelegationManager delegation, PauserRegistry registry) PausableBits(registry) {
        delegationManager = delegation;
    }

    receive() external payable {}

    function initialize(address initialOwner, uint256 initialPausedStatus) external initializer {
        _setOwner(initialOwner);
        _setPausedStatus(initialPausedStatus);
    }

    /// @notice More balance is more deposit shares; less is a slash on the beacon chain, which deposit shares do not show.
    function recordBeaconChainETHBalanceUpdate(
        address podOwner,
        uint256 prevRestakedBalanceWei,
        int256 balanceDeltaWei
    ) external {
        if (msg.sender != owner) revert OnlyEigenPod();
        if (podOwner == address(0)) revert InputAddressZero();
        if (balanceDeltaWei % GWEI != 0) revert SharesNotMultipleOfGwei();
        uint256 depositShares = uint256(podOwnerDepositShares[podOwner]);
        if (balanceDeltaWei > 0) {
            (uint256 previous, uint256 added) = _addShares(podOwner, uint256(balanceDeltaWei));
            delegationManager.increaseDelegatedShares(podOwner, BEACON_CHAIN_ETH, previous, added);
        } else if (balanceDeltaWei < 0) {
            uint64 decrease = _reduceSlashingFactor(podOwner, prevRestakedBalanceWei, uint256(-balanceDeltaWei));
            delegationManager.decreaseDelegatedShares(podOwner, depositShares, decrease);
        }
    }

    function removeDepositShares(address staker, IStrategy strategy, uint256 depositSharesToRemove)
        external
        onlyDelegationManager
        onlyBeaconChainETH(strategy)
        returns (uint256)
    {
        require(depositSharesToRemove <= uint256(type(int256).max), "SafeCast: value doesn't fit in an int256");
        int256 left = podOwnerDepositShares[staker] - int256(depositSharesToRemove);
        if (left < 0) revert SharesNegative();
        podOwnerDepositShares[staker] = left;
        emit NewTotalShares(staker, left);
        return uint256(left);
    }

    function addShares(address staker, IStrategy strategy, uint256 shares)
        external
        onlyDelegationManager
        onlyBeaconChainETH(strategy)
        returns (uint256, uint256)
    {
        return _addShares(staker, shares);
    }

    function withdrawSharesAsTokens(address staker, IStrategy strategy, IToken, uint256 shares)
        external
        onlyDelegationManager
        onlyBeaconChainETH(strategy)
    {
        if (staker == address(0)) revert InputAddressZero();
        if (int256(shares) <= 0) revert SharesNegative();
        if (shares > address(this).balance) revert InsufficientWithdrawableBalance();
        (bool done,) = staker.call{value: shares}("");
        require(done, "Address: unable to send value, recipient may have reverted");
    }

    function increaseBurnOrRedistributableShares(OperatorSet calldata, uint256, IStrategy, uint256 addedSharesToBurn)
        external
        onlyDelegationManager
    {
        burnableETHShares += addedSharesToBurn;
        emit BurnableETHSharesIncreased(addedSharesToBurn);
    }

    function stakerDepositShares(address user, IStrategy strategy)
        external
        view
        onlyBeaconChainETH(strategy)
        returns (uint256)
    {
        return uint256(podOwnerDepositShares[user]);
    }

    function beaconChainSlashingFactor(address podOwner) public view returns (uint64) {
        SlashingFactor memory current = _beaconChainSlashingFactor[podOwner];
        return current.isSet ? current.factor : WAD;
    }

    function _addShares(address staker, uint256 shares) private returns (uint256, uint256) {
        if (staker == address(0)) revert InputAddressZero();
        if (int256(shares) < 0) revert SharesNegative();
        int256 previous = podOwnerDepositShares[staker];
        podOwnerDepositShares[staker] = previous + int256(shares);
        emit PodSharesUpdated(staker, int256(shares));
        emit NewTotalShares(staker, previous + int256(shares));
        return (uint256(previous), shares);
    }

    /// @dev floor(factor * new balance / old balance)
    function _reduceSlashingFactor(address podOwner, uint256 balanceBefore, uint256 decrease)
        private
        returns (uint64)
    {
        uint64 previous = beaconChainSlashingFactor(podOwner);
        uint64 next = uint64(WadMath.mulDivDown(previous, balanceBefore - decrease, balanceBefore));
        _beaconChainSlashingFactor[podOwner] = SlashingFactor({isSet: true, factor: next});
        emit BeaconChainSlashingFactorDecreased(podOwner, previous, next);
        return previous - next;
    }
}
