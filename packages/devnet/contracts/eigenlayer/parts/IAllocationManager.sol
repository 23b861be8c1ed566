// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IStrategy} from "./IStrategy.sol";
import {OperatorSet} from "./OperatorSet.sol";

/// @notice What the other contracts ask of the AllocationManager.
interface IAllocationManager {
    function setAllocationDelay(address operator, uint32 delay) external;
    function getMaxMagnitude(address operator, IStrategy strategy) external view returns (uint64);
    function getMaxMagnitudes(address operator, IStrategy[] calldata strategies)
        external
        view
        returns (uint64[] memory);
    function getMaxMagnitudesAtBlock(address operator, IStrategy[] calldata strategies, uint32 blockNumber)
        external
        view
        returns (uint64[] memory);
    function getRedistributionRecipient(OperatorSet memory operatorSet) external view returns (address);
}
