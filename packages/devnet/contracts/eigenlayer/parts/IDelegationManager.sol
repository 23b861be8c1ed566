// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IStrategy} from "./IStrategy.sol";
import {OperatorSet} from "./OperatorSet.sol";

/// @notice What the other contracts ask of the DelegationManager.
interface IDelegationManager {
    function increaseDelegatedShares(
        address staker,
        IStrategy strategy,
        uint256 prevDepositShares,
        uint256 addedShares
    ) external;
    function decreaseDelegatedShares(
        address staker,
        uint256 curDepositShares,
        uint64 beaconChainSlashingFactorDecrease
    ) external;
    function slashOperatorShares(
        address operator,
        OperatorSet calldata operatorSet,
        uint256 slashId,
        IStrategy strategy,
        uint64 prevMaxMagnitude,
        uint64 newMaxMagnitude
    ) external returns (uint256 totalDepositSharesToSlash);
    function isOperator(address operator) external view returns (bool);
    function getOperatorsShares(address[] memory operators, IStrategy[] memory strategies)
        external
        view
        returns (uint256[][] memory);
}
