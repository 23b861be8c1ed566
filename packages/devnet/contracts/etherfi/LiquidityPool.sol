// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AprGrowth} from "../shared/AprGrowth.sol";
import {Blacklister} from "./Blacklister.sol";
import {EETH} from "./EETH.sol";
import {Initializable} from "./Initializable.sol";
import {NonReentrant} from "./NonReentrant.sol";
import {PausableUntil} from "./PausableUntil.sol";
import {WithdrawRequestNFT} from "./WithdrawRequestNFT.sol";

/// @notice ether.fi's liquidity pool: rates, deposits, requests and the two ways out. Rewards accrue outside the pool
/// (`totalValueOutOfLp`) with the block timestamp; `rebase` is an oracle report on top. The operator is EtherFiAdmin.
contract LiquidityPool is AprGrowth, PausableUntil, NonReentrant, Initializable {
    enum SourceOfFunds {
        UNDEFINED,
        EETH,
        ETHER_FAN,
        DELEGATED_STAKING
    }

    struct Parts {
        EETH eETH;
        WithdrawRequestNFT withdrawRequestNFT;
        address etherFiRedemptionManager;
        Blacklister blacklister;
    }

    /// @notice how far one report may raise the total, in hundredths of a per cent
    uint256 public constant MAX_POSITIVE_REBASE_BPS = 25;

    EETH public immutable eETH;
    WithdrawRequestNFT public immutable withdrawRequestNFT;
    address public immutable etherFiRedemptionManager;
    Blacklister public immutable blacklister;

    uint128 public totalValueInLp;
    address public feeRecipient;
    uint256 public maxWithdrawAmount;
    uint256 public minWithdrawAmount;

    event Deposit(address indexed sender, uint256 amount, SourceOfFunds source, address referral);
    event Withdraw(address indexed sender, address recipient, uint256 amount, SourceOfFunds source);
    event EEthSharesBurnedForNonETHWithdrawal(uint256 amountSharesToBurn, uint256 withdrawalValueInETH);
    event UpdatedFeeRecipient(address newFeeRecipient);
    event Rebase(uint256 totalEthLocked, uint256 totalEEthShares);
    event ProtocolFeePaid(uint128 protocolFees);
    event MinWithdrawAmountSet(uint256 minWithdrawAmount);
    event MaxWithdrawAmountSet(uint256 maxWithdrawAmount);

    error IncorrectCaller();
    error InvalidAmount();
    error InvalidWithdrawalAmount();
    error InvalidShareAmount();
    error InsufficientLiquidity();
    error SendFail();
    error RebaseExceedsPositiveCap();
    error EETHRateDeflation();

    modifier onlyEtherFiAdmin() {
        if (msg.sender != operator) revert IncorrectCaller();
        _;
    }

    modifier onlyRedemptionManager() {
        if (msg.sender != etherFiRedemptionManager) revert IncorrectCaller();
        _;
    }

    modifier nonBlacklisted() {
        blacklister.nonBlacklisted(msg.sender);
        _;
    }

    /// @dev The rate must not fall: compared by cross-multiplication, without loss.
    modifier nonDecreasingRate() {
        uint256 pooledBefore = _pooled();
        uint256 sharesBefore = eETH.totalShares();
        _;
        uint256 sharesAfter = eETH.totalShares();
        bool rated = sharesBefore != 0 && sharesAfter != 0;
        if (rated && _pooled() * sharesBefore < pooledBefore * sharesAfter) revert EETHRateDeflation();
    }

    constructor(Parts memory parts) {
        eETH = parts.eETH;
        withdrawRequestNFT = parts.withdrawRequestNFT;
        etherFiRedemptionManager = parts.etherFiRedemptionManager;
        blacklister = parts.blacklister;
    }

    function initialize(address feeRecipient_, uint256 minWithdraw, uint256 maxWithdraw) external initializer {
        feeRecipient = feeRecipient_;
        minWithdrawAmount = minWithdraw;
        maxWithdrawAmount = maxWithdraw;
    }

    /// @notice Ether that comes home: from validators, or what a paid-out request left in escrow.
    receive() external payable {
        if (msg.value > type(uint128).max) revert InvalidAmount();
        _setTotals(totalValueInLp + uint128(msg.value), totalValueOutOfLp() - uint128(msg.value));
        _requireBacked();
    }

    /// @return shares of eETH, not its amount
    function deposit() external payable returns (uint256) {
        return deposit(address(0));
    }

    function deposit(address referral) public payable nonReentrant whenNotPaused nonBlacklisted returns (uint256) {
        emit Deposit(msg.sender, msg.value, SourceOfFunds.EETH, referral);
        return _deposit(msg.sender, msg.value, 0);
    }

    /// @notice Ether out of the pool at today's rate, shares rounded up: the instant redemption's way.
    function withdraw(address recipient, uint256 amount)
        external
        nonReentrant
        whenNotPaused
        nonDecreasingRate
        onlyRedemptionManager
        returns (uint256 share)
    {
        share = sharesForWithdrawalAmount(amount);
        if (eETH.balanceOf(msg.sender) < amount) revert InsufficientLiquidity();
        if (amount > type(uint128).max || amount == 0 || share == 0) revert InvalidAmount();
        if (totalValueInLp < amount) revert InsufficientLiquidity();
        _setTotals(totalValueInLp - uint128(amount), totalValueOutOfLp());
        eETH.burnShares(msg.sender, share);
        _send(recipient, amount);
        _requireBacked();
    }

    /// @notice Books a claimed request; its ether has lain with the NFT contract since it was finalised.
    function withdraw(uint256 amount, uint256 share) external nonReentrant {
        if (msg.sender != address(withdrawRequestNFT)) revert IncorrectCaller();
        if (amount > type(uint128).max || amount == 0 || share == 0) revert InvalidAmount();
        _setTotals(totalValueInLp, totalValueOutOfLp() - uint128(amount));
        eETH.burnShares(msg.sender, share);
    }

    function requestWithdraw(address recipient, uint256 amount)
        external
        nonReentrant
        whenNotPaused
        nonBlacklisted
        returns (uint256 requestId)
    {
        blacklister.nonBlacklisted(recipient);
        if (amount == 0) revert InvalidWithdrawalAmount();
        if (amount < minWithdrawAmount || amount > maxWithdrawAmount) revert InvalidWithdrawalAmount();
        uint256 share = sharesForAmount(amount);
        if (share == 0) revert InvalidShareAmount();
        eETH.transferFrom(msg.sender, address(withdrawRequestNFT), amount);
        requestId = withdrawRequestNFT.requestWithdraw(uint96(amount), uint96(share), recipient);
        emit Withdraw(msg.sender, recipient, amount, SourceOfFunds.EETH);
    }

    /// @notice An oracle report: rewards, or a loss, outside the pool, then the protocol's cut in new shares.
    function rebase(int128 accruedRewards, uint128 protocolFees) external onlyEtherFiAdmin {
        if (accruedRewards > 0) {
            uint256 most = (_pooled() * MAX_POSITIVE_REBASE_BPS) / 10_000;
            if (uint256(uint128(accruedRewards)) > most) revert RebaseExceedsPositiveCap();
        }
        _setTotals(totalValueInLp, uint128(int128(totalValueOutOfLp()) + accruedRewards));
        emit Rebase(_pooled(), eETH.totalShares());
        if (protocolFees > 0) _payFees(protocolFees);
    }

    /// @notice Puts the ether of finalised requests aside, with the NFT contract. The total and the rate stay.
    function addEthAmountLockedForWithdrawal(uint128 amount) external {
        if (msg.sender != operator && msg.sender != address(withdrawRequestNFT)) revert IncorrectCaller();
        if (totalValueInLp < amount) revert InsufficientLiquidity();
        _sendOutOfLp(address(withdrawRequestNFT), amount);
    }

    /// @notice What staking does to the pool: ether leaves it for validators and still counts. Here the operator keeps it.
    function fundValidators(uint128 amount) external onlyOperator {
        if (totalValueInLp < amount) revert InsufficientLiquidity();
        _sendOutOfLp(operator, amount);
    }

    function burnEEthShares(uint256 share) external nonDecreasingRate {
        if (msg.sender != etherFiRedemptionManager && msg.sender != address(withdrawRequestNFT)) {
            revert IncorrectCaller();
        }
        eETH.burnShares(msg.sender, share);
    }

    function burnEEthSharesForNonETHWithdrawal(uint256 share, uint256 valueInEth)
        external
        nonDecreasingRate
        onlyRedemptionManager
    {
        if (share == 0 || valueInEth == 0) revert InvalidAmount();
        if (sharesForWithdrawalAmount(valueInEth) > share) revert InvalidAmount();
        _setTotals(totalValueInLp, totalValueOutOfLp() - uint128(valueInEth));
        eETH.burnShares(msg.sender, share);
        emit EEthSharesBurnedForNonETHWithdrawal(share, valueInEth);
    }

    function setFeeRecipient(address newRecipient) external onlyOperator {
        feeRecipient = newRecipient;
        emit UpdatedFeeRecipient(newRecipient);
    }

    function setMinWithdrawAmount(uint256 newMin) external onlyOperator {
        if (newMin > maxWithdrawAmount) revert InvalidAmount();
        minWithdrawAmount = newMin;
        emit MinWithdrawAmountSet(newMin);
    }

    function setMaxWithdrawAmount(uint256 newMax) external onlyOperator {
        if (newMax == 0 || newMax < minWithdrawAmount) revert InvalidAmount();
        maxWithdrawAmount = newMax;
        emit MaxWithdrawAmountSet(newMax);
    }

    function setAprBps(uint256 newAprBps) external onlyOperator {
        _setAprBps(newAprBps);
    }

    function getTotalPooledEther() external view returns (uint256) {
        return _pooled();
    }

    function totalValueOutOfLp() public view returns (uint128) {
        return uint128(_pooled() - totalValueInLp);
    }

    function getTotalEtherClaimOf(address user) external view returns (uint256) {
        return amountForShare(eETH.shares(user));
    }

    /// @notice floor(amount * totalShares / totalPooledEther)
    function sharesForAmount(uint256 amount) public view returns (uint256) {
        uint256 pooled = _pooled();
        return pooled == 0 ? 0 : (amount * eETH.totalShares()) / pooled;
    }

    /// @notice ceil(amount * totalShares / totalPooledEther)
    function sharesForWithdrawalAmount(uint256 amount) public view returns (uint256) {
        uint256 pooled = _pooled();
        return pooled == 0 ? 0 : _ceilDiv(amount * eETH.totalShares(), pooled);
    }

    /// @notice floor(share * totalPooledEther / totalShares)
    function amountForShare(uint256 share) public view returns (uint256) {
        uint256 total = eETH.totalShares();
        return total == 0 ? 0 : (share * _pooled()) / total;
    }

    /// @notice ceil(1e18 * totalPooledEther / totalShares): the rate that finalising a withdrawal freezes
    function amountPerShareCeil() external view returns (uint256) {
        uint256 total = eETH.totalShares();
        return total == 0 ? 0 : _ceilDiv(1 ether * _pooled(), total);
    }

    function _payFees(uint128 protocolFees) private whenNotPaused {
        emit ProtocolFeePaid(protocolFees);
        blacklister.nonBlacklisted(feeRecipient);
        emit Deposit(feeRecipient, protocolFees, SourceOfFunds.EETH, address(0));
        _deposit(feeRecipient, 0, protocolFees);
    }

    function _deposit(address recipient, uint256 inLp, uint256 outOfLp)
        private
        nonDecreasingRate
        returns (uint256 share)
    {
        uint256 amount = inLp + outOfLp;
        share = _pooled() == 0 ? amount : sharesForAmount(amount);
        if (amount > type(uint128).max || amount == 0 || share == 0) revert InvalidAmount();
        _setTotals(totalValueInLp + uint128(inLp), totalValueOutOfLp() + uint128(outOfLp));
        eETH.mintShares(recipient, share);
        _requireBacked();
    }

    function _sendOutOfLp(address to, uint128 amount) private {
        _setTotals(totalValueInLp - amount, totalValueOutOfLp() + amount);
        _send(to, amount);
        _requireBacked();
    }

    function _setTotals(uint128 inLp, uint128 outOfLp) private {
        totalValueInLp = inLp;
        _setPooled(uint256(inLp) + outOfLp);
    }

    function _send(address recipient, uint256 amount) private {
        (bool sent, ) = recipient.call{value: amount}("");
        if (!sent) revert SendFail();
    }

    function _requireBacked() private view {
        if (totalValueInLp > address(this).balance) revert InsufficientLiquidity();
    }

    function _ceilDiv(uint256 dividend, uint256 divisor) private pure returns (uint256) {
        return dividend == 0 ? 0 : (dividend - 1) / divisor + 1;
    }
}
