// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {QueuePause} from "./QueuePause.sol";
import {QueueToken} from "./QueueToken.sol";
import {StETH} from "./StETH.sol";
import {WstETH} from "./WstETH.sol";

/// @notice Lido's withdrawal queue (WithdrawalQueueERC721): selectors, events, errors, rounding and order of checks of the real one.
/// The operator plays every role; finalising does not burn shares of stETH, and the ether for it comes with the call.
/// @dev It lives behind a proxy: the tokens are immutables, everything else is set by `initialize`, which the implementation itself refuses.
contract WithdrawalQueue is QueueToken, QueuePause {
    uint256 public constant MIN_STETH_WITHDRAWAL_AMOUNT = 100;
    uint256 public constant MAX_STETH_WITHDRAWAL_AMOUNT = 1000 ether;
    uint256 public constant BUNKER_MODE_DISABLED_TIMESTAMP = type(uint256).max;

    StETH public immutable STETH;
    WstETH public immutable WSTETH;

    uint256 public getContractVersion;
    uint256 public bunkerModeSinceTimestamp;

    event InitializedV1(address admin);
    event ContractVersionSet(uint256 version);
    event BatchMetadataUpdate(uint256 fromTokenId, uint256 toTokenId);
    event BunkerModeEnabled(uint256 sinceTimestamp);
    event BunkerModeDisabled();

    error AdminZeroAddress();
    error InvalidReportTimestamp();
    error NonZeroContractVersionOnInit();
    error RequestAmountTooLarge(uint256 amountOfStETH);
    error RequestAmountTooSmall(uint256 amountOfStETH);

    constructor(WstETH wstETH) {
        WSTETH = wstETH;
        STETH = wstETH.stETH();
        getContractVersion = type(uint256).max;
    }

    /// @notice Once, through the proxy. The queue begins paused: the operator resumes it.
    /// @param admin named in the event only
    function initialize(address admin) external {
        if (admin == address(0)) revert AdminZeroAddress();
        _pauseFor(PAUSE_INFINITELY);
        if (getContractVersion != 0) revert NonZeroContractVersionOnInit();
        getContractVersion = 1;
        bunkerModeSinceTimestamp = BUNKER_MODE_DISABLED_TIMESTAMP;
        emit ContractVersionSet(1);
        emit InitializedV1(admin);
    }

    function isBunkerModeActive() public view returns (bool) {
        return bunkerModeSinceTimestamp < BUNKER_MODE_DISABLED_TIMESTAMP;
    }

    /// @param owner of the requests; the caller for the zero address
    function requestWithdrawals(uint256[] calldata amounts, address owner) external returns (uint256[] memory ids) {
        _requireResumed();
        ids = new uint256[](amounts.length);
        for (uint256 i = 0; i < amounts.length; ++i) {
            _requireWithinLimits(amounts[i]);
            STETH.transferFrom(msg.sender, address(this), amounts[i]);
            ids[i] = _request(amounts[i], owner);
        }
    }

    /// @notice As above with amounts of wstETH; the limits hold for the stETH that unwrapping says.
    function requestWithdrawalsWstETH(uint256[] calldata amounts, address owner)
        external
        returns (uint256[] memory ids)
    {
        _requireResumed();
        ids = new uint256[](amounts.length);
        for (uint256 i = 0; i < amounts.length; ++i) {
            WSTETH.transferFrom(msg.sender, address(this), amounts[i]);
            uint256 amountOfStETH = WSTETH.unwrap(amounts[i]);
            _requireWithinLimits(amountOfStETH);
            ids[i] = _request(amountOfStETH, owner);
        }
    }

    /// @notice Makes all requests up to `lastId` final at no more than `maxShareRate`; the ether is what `prefinalize` says.
    function finalize(uint256 lastId, uint256 maxShareRate) external payable {
        _requireResumed();
        if (msg.sender != operator) revert NotOperator(msg.sender);
        uint256 firstId = getLastFinalizedRequestId + 1;
        _finalize(lastId, msg.value, maxShareRate);
        emit BatchMetadataUpdate(firstId, getLastRequestId);
    }

    /// @notice What an oracle report tells the queue.
    function onOracleReport(bool isBunker, uint256 bunkerSince, uint256 reportTimestamp) external onlyOperator {
        if (bunkerSince >= block.timestamp || reportTimestamp >= block.timestamp) revert InvalidReportTimestamp();
        if (isBunker == isBunkerModeActive()) return;
        bunkerModeSinceTimestamp = isBunker ? bunkerSince : BUNKER_MODE_DISABLED_TIMESTAMP;
        if (isBunker) emit BunkerModeEnabled(bunkerSince);
        else emit BunkerModeDisabled();
    }

    function _request(uint256 stETH, address owner) private returns (uint256 id) {
        address holder = owner == address(0) ? msg.sender : owner;
        uint256 shares = STETH.getSharesByPooledEth(stETH);
        id = _enqueue(uint128(stETH), uint128(shares), holder);
        _emitTransfer(address(0), holder, id);
    }

    function _requireWithinLimits(uint256 stETH) private pure {
        if (stETH < MIN_STETH_WITHDRAWAL_AMOUNT) revert RequestAmountTooSmall(stETH);
        if (stETH > MAX_STETH_WITHDRAWAL_AMOUNT) revert RequestAmountTooLarge(stETH);
    }
}
