// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IStrategy} from "./IStrategy.sol";
import {IToken} from "./Token.sol";
import {OperatorSet} from "./OperatorSet.sol";

/// @notice Who keeps stakers' deposit shares: the StrategyManager for tokens, the EigenPodManager for native ether.
interface IShareManager {
    function removeDepositShares(address staker, IStrategy strategy, uint256 depositSharesToRemove)
        external
        returns (uint256 sharesLeft);
    function addShares(address staker, IStrategy strategy, uint256 shares)
        external
        returns (uint256 previousDepositShares, uint256 addedShares);
    function withdrawSharesAsTokens(address staker, IStrategy strategy, IToken token, uint256 shares) external;
    function increaseBurnOrRedistributableShares(
        OperatorSet calldata operatorSet,
        uint256 slashId,
        IStrategy strategy,
        uint256 addedSharesToBurn
    ) external;
    function stakerDepositShares(address staker, IStrategy strategy) external view returns (uint256);
}

/// @notice What the DelegationManager asks of the StrategyManager besides.
interface IStrategyManager is IShareManager {
    function getDeposits(address staker) external view returns (IStrategy[] memory, uint256[] memory);
}

/// @notice What the DelegationManager asks of the EigenPodManager besides.
interface IEigenPodManager is IShareManager {
    function beaconChainSlashingFactor(address podOwner) external view returns (uint64);
}
