// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {DelegatedShares} from "./DelegatedShares.sol";
import {DepositScaling} from "./DepositScaling.sol";
import {IShareManager} from "./IShareManager.sol";
import {IStrategy} from "./IStrategy.sol";
import {KeySet} from "./KeySet.sol";
import {PausableBits} from "./PausableBits.sol";
import {IToken} from "./Token.sol";
import {WadMath} from "./WadMath.sol";

/// @notice Withdrawals that wait. They are slashed with their operator up to and including block startBlock + delay, and can be completed
/// from the block after it.
abstract contract WithdrawalQueue is DelegatedShares, PausableBits {
    using DepositScaling for DepositScaling.Factor;
    using KeySet for KeySet.Keys;
    using WadMath for uint256;

    struct Withdrawal {
        address staker;
        address delegatedTo;
        address withdrawer;
        uint256 nonce;
        uint32 startBlock;
        IStrategy[] strategies;
        uint256[] scaledShares;
    }

    struct QueuedWithdrawalParams {
        IStrategy[] strategies;
        uint256[] depositShares;
        address __deprecated_withdrawer;
    }

    uint8 internal constant PAUSED_ENTER_WITHDRAWAL_QUEUE = 1;
    uint8 internal constant PAUSED_EXIT_WITHDRAWAL_QUEUE = 2;

    mapping(bytes32 withdrawalRoot => bool) public pendingWithdrawals;
    mapping(address staker => uint256) public cumulativeWithdrawalsQueued;
    mapping(bytes32 withdrawalRoot => Withdrawal) private _queued;
    mapping(address staker => KeySet.Keys) private _roots;

    event SlashingWithdrawalQueued(bytes32 withdrawalRoot, Withdrawal withdrawal, uint256[] sharesToWithdraw);
    event SlashingWithdrawalCompleted(bytes32 withdrawalRoot);

    error InputArrayLengthMismatch();
    error InputArrayLengthZero();
    error WithdrawalDelayNotElapsed();
    error WithdrawalNotQueued();
    error WithdrawerNotCaller();

    /// @notice Takes deposit shares. One withdrawal for each entry, over all of the entry's strategies.
    function queueWithdrawals(QueuedWithdrawalParams[] calldata params)
        external
        onlyWhenNotPaused(PAUSED_ENTER_WITHDRAWAL_QUEUE)
        returns (bytes32[] memory roots)
    {
        roots = new bytes32[](params.length);
        for (uint256 i = 0; i < params.length; i++) {
            if (params[i].strategies.length != params[i].depositShares.length) revert InputArrayLengthMismatch();
            roots[i] = _queue(msg.sender, delegatedTo[msg.sender], params[i].strategies, params[i].depositShares);
        }
    }

    function completeQueuedWithdrawal(Withdrawal calldata withdrawal, IToken[] calldata tokens, bool receiveAsTokens)
        external
        onlyWhenNotPaused(PAUSED_EXIT_WITHDRAWAL_QUEUE)
    {
        _complete(withdrawal, tokens, receiveAsTokens);
    }

    /// @notice All of them or none.
    function completeQueuedWithdrawals(
        Withdrawal[] calldata withdrawals,
        IToken[][] calldata tokens,
        bool[] calldata receiveAsTokens
    ) external onlyWhenNotPaused(PAUSED_EXIT_WITHDRAWAL_QUEUE) {
        for (uint256 i = 0; i < withdrawals.length; i++) {
            _complete(withdrawals[i], tokens[i], receiveAsTokens[i]);
        }
    }

    function queuedWithdrawals(bytes32 withdrawalRoot) external view returns (Withdrawal memory) {
        return _queued[withdrawalRoot];
    }

    /// @return withdrawal as it was queued
    /// @return shares what it would give now; before its window has ended that may still fall
    function getQueuedWithdrawal(bytes32 withdrawalRoot)
        public
        view
        returns (Withdrawal memory withdrawal, uint256[] memory shares)
    {
        withdrawal = _queued[withdrawalRoot];
        uint256[] memory factors = _factorsOf(withdrawal);
        shares = new uint256[](factors.length);
        for (uint256 i = 0; i < shares.length; i++) {
            shares[i] = withdrawal.scaledShares[i].mulWadDown(factors[i]);
        }
    }

    function getQueuedWithdrawals(address staker)
        external
        view
        returns (Withdrawal[] memory withdrawals, uint256[][] memory shares)
    {
        bytes32[] memory roots = getQueuedWithdrawalRoots(staker);
        withdrawals = new Withdrawal[](roots.length);
        shares = new uint256[][](roots.length);
        for (uint256 i = 0; i < roots.length; i++) {
            (withdrawals[i], shares[i]) = getQueuedWithdrawal(roots[i]);
        }
    }

    function getQueuedWithdrawalRoots(address staker) public view returns (bytes32[] memory) {
        return _roots[staker].list;
    }

    function calculateWithdrawalRoot(Withdrawal memory withdrawal) public pure returns (bytes32) {
        return keccak256(abi.encode(withdrawal));
    }

    function _queue(
        address staker,
        address operator,
        IStrategy[] memory strategies,
        uint256[] memory depositShares
    ) internal returns (bytes32 root) {
        uint256[] memory factors = _slashingFactors(staker, operator, strategies);
        if (strategies.length == 0) revert InputArrayLengthZero();
        Withdrawal memory withdrawal = Withdrawal({
            staker: staker,
            delegatedTo: operator,
            withdrawer: staker,
            nonce: cumulativeWithdrawalsQueued[staker],
            startBlock: uint32(block.number),
            strategies: strategies,
            scaledShares: new uint256[](strategies.length)
        });
        uint256[] memory sharesToWithdraw = new uint256[](strategies.length);
        for (uint256 i = 0; i < strategies.length; i++) {
            (withdrawal.scaledShares[i], sharesToWithdraw[i]) =
                _takeOut(withdrawal, strategies[i], depositShares[i], factors[i]);
        }
        cumulativeWithdrawalsQueued[staker] += 1;
        root = calculateWithdrawalRoot(withdrawal);
        pendingWithdrawals[root] = true;
        _queued[root] = withdrawal;
        _roots[staker].add(root);
        emit SlashingWithdrawalQueued(root, withdrawal, sharesToWithdraw);
    }

    /// @dev The operator's shares go down before the staker's.
    function _takeOut(
        Withdrawal memory withdrawal,
        IStrategy strategy,
        uint256 depositShares,
        uint256 slashingFactor
    ) private returns (uint256 scaledShares, uint256 withdrawableShares) {
        address staker = withdrawal.staker;
        address operator = withdrawal.delegatedTo;
        DepositScaling.Factor storage scaling = _scaling[staker][strategy];
        withdrawableShares = scaling.withdrawable(depositShares, slashingFactor);
        scaledShares = scaling.scaledForQueue(depositShares);
        if (operator != address(0)) {
            _addToSlashableQueue(operator, strategy, scaledShares);
            _decreaseDelegation(operator, staker, strategy, withdrawableShares);
        }
        if (_shareManager(strategy).removeDepositShares(staker, strategy, depositShares) > 0) {
            return (scaledShares, withdrawableShares);
        }
        scaling.reset();
        emit DepositScalingFactorUpdated(staker, strategy, scaling.value());
    }

    function _complete(Withdrawal calldata withdrawal, IToken[] calldata tokens, bool receiveAsTokens) private {
        if (tokens.length != withdrawal.strategies.length) revert InputArrayLengthMismatch();
        if (msg.sender != withdrawal.withdrawer) revert WithdrawerNotCaller();
        bytes32 root = calculateWithdrawalRoot(withdrawal);
        if (!pendingWithdrawals[root]) revert WithdrawalNotQueued();
        if (uint32(block.number) <= _slashableUntil(withdrawal)) revert WithdrawalDelayNotElapsed();
        uint256[] memory factors = _factorsOf(withdrawal);
        _roots[withdrawal.staker].remove(root);
        delete _queued[root];
        delete pendingWithdrawals[root];
        emit SlashingWithdrawalCompleted(root);
        if (receiveAsTokens) _payOut(withdrawal, tokens, factors);
        else _putBack(withdrawal, factors);
    }

    /// @dev What rounds to nothing is passed over in silence.
    function _payOut(Withdrawal calldata withdrawal, IToken[] calldata tokens, uint256[] memory factors) private {
        for (uint256 i = 0; i < factors.length; i++) {
            IStrategy strategy = withdrawal.strategies[i];
            uint256 shares = withdrawal.scaledShares[i].mulWadDown(factors[i]);
            if (shares == 0) continue;
            _shareManager(strategy).withdrawSharesAsTokens(withdrawal.staker, strategy, tokens[i], shares);
        }
    }

    /// @dev To the operator that the staker is delegated to now, if any.
    function _putBack(Withdrawal calldata withdrawal, uint256[] memory factors) private {
        address operator = delegatedTo[withdrawal.staker];
        uint256[] memory newFactors = _slashingFactors(withdrawal.staker, operator, withdrawal.strategies);
        for (uint256 i = 0; i < factors.length; i++) {
            uint256 shares = withdrawal.scaledShares[i].mulWadDown(factors[i]);
            if (shares == 0) continue;
            _return(withdrawal.staker, withdrawal.strategies[i], shares, newFactors[i]);
        }
    }

    function _return(address staker, IStrategy strategy, uint256 shares, uint256 slashingFactor) private {
        (uint256 previous, uint256 added) = _shareManager(strategy).addShares(staker, strategy, shares);
        _increaseDelegation(
            Gain({
                operator: delegatedTo[staker],
                staker: staker,
                strategy: strategy,
                previousDepositShares: previous,
                added: added,
                slashingFactor: slashingFactor
            })
        );
    }

    function _slashableUntil(Withdrawal memory withdrawal) private view returns (uint32) {
        return withdrawal.startBlock + MIN_WITHDRAWAL_DELAY_BLOCKS;
    }

    /// @dev As at the end of its window, or now while that is not over.
    function _factorsOf(Withdrawal memory withdrawal) private view returns (uint256[] memory) {
        uint32 until = _slashableUntil(withdrawal);
        if (until >= uint32(block.number)) {
            return _slashingFactors(withdrawal.staker, withdrawal.delegatedTo, withdrawal.strategies);
        }
        return _slashingFactorsAt(withdrawal.staker, withdrawal.delegatedTo, withdrawal.strategies, until);
    }
}
