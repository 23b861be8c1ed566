// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {PauserRegistry} from "./PauserRegistry.sol";
import {StrategyBase} from "./StrategyBase.sol";
import {IShareManager} from "./parts/IShareManager.sol";
import {IToken} from "./parts/Token.sol";

/// @notice A strategy with a limit for one deposit and a limit for the balance, the deposit's own tokens included.
contract StrategyBaseTVLLimits is StrategyBase {
    uint256 public maxPerDeposit;
    uint256 public maxTotalDeposits;

    event MaxPerDepositUpdated(uint256 previousValue, uint256 newValue);
    event MaxTotalDepositsUpdated(uint256 previousValue, uint256 newValue);

    constructor(IShareManager manager, PauserRegistry registry) StrategyBase(manager, registry) {}

    function initialize(uint256 perDeposit, uint256 totalDeposits, IToken token) external initializer {
        _setLimits(perDeposit, totalDeposits);
        _initializeStrategy(token);
    }

    function setTVLLimits(uint256 newMaxPerDeposit, uint256 newMaxTotalDeposits) external onlyUnpauser {
        _setLimits(newMaxPerDeposit, newMaxTotalDeposits);
    }

    function getTVLLimits() external view returns (uint256, uint256) {
        return (maxPerDeposit, maxTotalDeposits);
    }

    function _beforeDeposit(IToken token, uint256 amount) internal override {
        if (amount > maxPerDeposit) revert MaxPerDepositExceedsMax();
        if (_balance() > maxTotalDeposits) revert BalanceExceedsMaxTotalDeposits();
        super._beforeDeposit(token, amount);
    }

    function _setLimits(uint256 perDeposit, uint256 totalDeposits) private {
        emit MaxPerDepositUpdated(maxPerDeposit, perDeposit);
        emit MaxTotalDepositsUpdated(maxTotalDeposits, totalDeposits);
        if (perDeposit > totalDeposits) revert MaxPerDepositExceedsMax();
        maxPerDeposit = perDeposit;
        maxTotalDeposits = totalDeposits;
    }
}
