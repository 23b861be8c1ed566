// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Blacklister} from "./Blacklister.sol";
import {Bucket} from "./Bucket.sol";
import {EETH} from "./EETH.sol";
import {EtherFiRestaker, IStETH} from "./EtherFiRestaker.sol";
import {LiquidityPool} from "./LiquidityPool.sol";
import {NonReentrant} from "./NonReentrant.sol";
import {PausableUntil} from "./PausableUntil.sol";
import {WeETH} from "./WeETH.sol";

interface IPriceFeed {
    function latestRoundData() external view returns (uint80, int256 answer, uint256, uint256 updatedAt, uint80);
}

/// @notice ether.fi's instant redemption of eETH and weETH, into ether or stETH, for an exit fee: within what lies above
/// the low watermark and within a bucket that refills by the second. The operator is the operating timelock.
contract EtherFiRedemptionManager is PausableUntil, NonReentrant {
    using Bucket for Bucket.Limit;

    struct RedemptionInfo {
        Bucket.Limit limit;
        uint16 exitFeeSplitToTreasuryInBps;
        uint16 exitFeeInBps;
        uint16 lowWatermarkInBpsOfTvl;
    }

    struct Parts {
        LiquidityPool liquidityPool;
        EETH eEth;
        WeETH weEth;
        address treasury;
        EtherFiRestaker etherFiRestaker;
        Blacklister blacklister;
        IPriceFeed stEthPriceFeed;
    }

    struct Bounds {
        uint256 maxExitFeeSplitToTreasuryInBps;
        uint256 maxExitFeeInBps;
        uint256 maxLowWatermarkInBpsOfTvl;
        uint256 stalePriceWindow;
        uint256 maxPriceThreshold;
    }

    /// @dev What a redemption of an amount comes to: shares in all, the receiver's ether, the treasury's fee, and how the
    /// shares are shared out.
    struct Redemption {
        uint256 shares;
        uint256 toReceiver;
        uint256 feeToTreasury;
        uint256 burnt;
        uint256 feeSharesToTreasury;
    }

    address public constant ETH_ADDRESS = 0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE;
    uint256 private constant BPS = 10_000;
    /// @dev gas for a receiver of ether: some reads and writes, no more
    uint256 private constant RECEIVER_GAS = 100_000;

    LiquidityPool public immutable liquidityPool;
    EETH public immutable eEth;
    WeETH public immutable weEth;
    address public immutable treasury;
    EtherFiRestaker public immutable etherFiRestaker;
    IStETH public immutable lido;
    Blacklister public immutable blacklister;
    IPriceFeed public immutable stEthPriceFeed;
    uint256 public immutable maxExitFeeSplitToTreasuryInBps;
    uint256 public immutable maxExitFeeInBps;
    uint256 public immutable maxLowWatermarkInBpsOfTvl;
    uint256 public immutable stalePriceWindow;
    uint256 public immutable maxPriceThreshold;

    mapping(address => RedemptionInfo) public tokenToRedemptionInfo;

    event Redeemed(
        address indexed receiver,
        uint256 redemptionAmount,
        uint256 feeAmountToTreasury,
        uint256 feeAmountToStakers,
        address token
    );

    error InvalidAmount();
    error InvalidOutputToken();
    error ExceedsMaxExitFee();
    error ExceedsMaxLowWatermark();
    error ExceedsMaxExitFeeSplit();
    error InvalidNumSharesBurnt();
    error InvalidTotalShares();
    error TransferFailed();
    error InvalidLpBalance();
    error InsufficientBalance();
    error ExceededRedeemable();
    error RateLimitExceeded();
    error InvalidPriceFeed();
    error StalePriceFeed();
    error InvalidStEthPrice();

    modifier nonBlacklisted(address receiver) {
        blacklister.nonBlacklisted(msg.sender);
        blacklister.nonBlacklisted(receiver);
        _;
    }

    constructor(Parts memory parts, Bounds memory bounds) {
        liquidityPool = parts.liquidityPool;
        eEth = parts.eEth;
        weEth = parts.weEth;
        treasury = parts.treasury;
        etherFiRestaker = parts.etherFiRestaker;
        lido = parts.etherFiRestaker.lido();
        blacklister = parts.blacklister;
        stEthPriceFeed = parts.stEthPriceFeed;
        maxExitFeeSplitToTreasuryInBps = bounds.maxExitFeeSplitToTreasuryInBps;
        maxExitFeeInBps = bounds.maxExitFeeInBps;
        maxLowWatermarkInBpsOfTvl = bounds.maxLowWatermarkInBpsOfTvl;
        stalePriceWindow = bounds.stalePriceWindow;
        maxPriceThreshold = bounds.maxPriceThreshold;
    }

    receive() external payable {}

    /// @notice Everything about one output token; capacity in wei, refill in wei a second, in whole units of 1e12.
    function initializeTokenParameters(
        address[] memory tokens,
        uint16[] memory exitFeeSplitsToTreasuryInBps,
        uint16[] memory exitFeesInBps,
        uint16[] memory lowWatermarksInBpsOfTvl,
        uint256[] memory bucketCapacities,
        uint256[] memory bucketRefillRates
    ) external onlyOperator {
        for (uint256 i = 0; i < tokens.length; i++) {
            RedemptionInfo storage info = tokenToRedemptionInfo[tokens[i]];
            uint64 capacity = Bucket.unitsFloor(bucketCapacities[i]);
            info.limit = Bucket.create(capacity, Bucket.unitsFloor(bucketRefillRates[i]));
            setExitFeeSplitToTreasuryInBps(exitFeeSplitsToTreasuryInBps[i], tokens[i]);
            setExitFeeBasisPoints(exitFeesInBps[i], tokens[i]);
            setLowWatermarkInBpsOfTvl(lowWatermarksInBpsOfTvl[i], tokens[i]);
        }
    }

    function redeemEEth(uint256 eEthAmount, address receiver, address outputToken)
        external
        nonReentrant
        whenNotPaused
        nonBlacklisted(receiver)
    {
        if (eEthAmount > eEth.balanceOf(msg.sender)) revert InsufficientBalance();
        if (!canRedeem(eEthAmount, outputToken)) revert ExceededRedeemable();
        Redemption memory redemption = _redemptionOf(eEthAmount, outputToken);
        eEth.transferFrom(msg.sender, address(this), eEthAmount);
        _redeem(eEthAmount, receiver, outputToken, redemption);
    }

    function redeemWeEth(uint256 weEthAmount, address receiver, address outputToken)
        external
        nonReentrant
        whenNotPaused
        nonBlacklisted(receiver)
    {
        uint256 eEthAmount = weEth.getEETHByWeETH(weEthAmount);
        if (weEthAmount > weEth.balanceOf(msg.sender)) revert InsufficientBalance();
        if (!canRedeem(eEthAmount, outputToken)) revert ExceededRedeemable();
        Redemption memory redemption = _redemptionOf(eEthAmount, outputToken);
        weEth.transferFrom(msg.sender, address(this), weEthAmount);
        weEth.unwrap(weEthAmount);
        _redeem(eEthAmount, receiver, outputToken, redemption);
    }

    function setCapacity(uint256 capacity, address token) external onlyOperator {
        tokenToRedemptionInfo[token].limit.setCapacity(Bucket.unitsFloor(capacity));
    }

    function setRefillRatePerSecond(uint256 refillRate, address token) external onlyOperator {
        tokenToRedemptionInfo[token].limit.setRefillRate(Bucket.unitsFloor(refillRate));
    }

    function setExitFeeBasisPoints(uint16 exitFeeInBps, address token) public onlyOperator {
        if (exitFeeInBps > maxExitFeeInBps) revert ExceedsMaxExitFee();
        tokenToRedemptionInfo[token].exitFeeInBps = exitFeeInBps;
    }

    function setLowWatermarkInBpsOfTvl(uint16 lowWatermarkInBps, address token) public onlyOperator {
        if (lowWatermarkInBps > maxLowWatermarkInBpsOfTvl) revert ExceedsMaxLowWatermark();
        tokenToRedemptionInfo[token].lowWatermarkInBpsOfTvl = lowWatermarkInBps;
    }

    function setExitFeeSplitToTreasuryInBps(uint16 splitInBps, address token) public onlyOperator {
        if (splitInBps > maxExitFeeSplitToTreasuryInBps) revert ExceedsMaxExitFeeSplit();
        tokenToRedemptionInfo[token].exitFeeSplitToTreasuryInBps = splitInBps;
    }

    /// @notice floor(total pooled ether * watermark / 10,000)
    function lowWatermarkInETH(address token) public view returns (uint256) {
        return (liquidityPool.getTotalPooledEther() * tokenToRedemptionInfo[token].lowWatermarkInBpsOfTvl) / BPS;
    }

    function getInstantLiquidityAmount(address token) public view returns (uint256) {
        if (token == ETH_ADDRESS) return liquidityPool.totalValueInLp();
        return token == address(lido) ? lido.balanceOf(address(etherFiRestaker)) : 0;
    }

    /// @notice min(liquidity - watermark, bucket); 0 when the watermark is not reached
    function totalRedeemableAmount(address token) external view returns (uint256) {
        uint256 liquidity = getInstantLiquidityAmount(token);
        uint256 watermark = lowWatermarkInETH(token);
        if (liquidity < watermark) return 0;
        uint256 bucket = tokenToRedemptionInfo[token].limit.consumable() * Bucket.UNIT;
        return bucket < liquidity - watermark ? bucket : liquidity - watermark;
    }

    function canRedeem(uint256 amount, address token) public view returns (bool) {
        uint256 liquidity = getInstantLiquidityAmount(token);
        uint256 watermark = lowWatermarkInETH(token);
        if (liquidity < watermark || liquidity - watermark < amount) return false;
        return tokenToRedemptionInfo[token].limit.consumable() >= Bucket.unitsCeil(amount);
    }

    /// @notice The amount of the shares, less the fee rounded up. May be a wei more than a redemption pays.
    function previewRedeem(uint256 shares, address token) external view returns (uint256) {
        uint256 amount = liquidityPool.amountForShare(shares);
        return amount - (amount * tokenToRedemptionInfo[token].exitFeeInBps + BPS - 1) / BPS;
    }

    function _redemptionOf(uint256 amount, address token) private view returns (Redemption memory redemption) {
        RedemptionInfo storage info = tokenToRedemptionInfo[token];
        redemption.shares = liquidityPool.sharesForAmount(amount);
        redemption.toReceiver = liquidityPool.amountForShare((redemption.shares * (BPS - info.exitFeeInBps)) / BPS);
        redemption.burnt = liquidityPool.sharesForWithdrawalAmount(redemption.toReceiver);
        uint256 feeShares = redemption.shares - redemption.burnt;
        redemption.feeSharesToTreasury = (feeShares * info.exitFeeSplitToTreasuryInBps) / BPS;
        redemption.feeToTreasury = liquidityPool.amountForShare(redemption.feeSharesToTreasury);
    }

    function _redeem(uint256 amount, address receiver, address token, Redemption memory redemption) private {
        if (!tokenToRedemptionInfo[token].limit.consume(Bucket.unitsCeil(amount))) revert RateLimitExceeded();
        uint256 feeSharesToStakers = redemption.shares - redemption.burnt - redemption.feeSharesToTreasury;
        uint256 feeToStakers = liquidityPool.amountForShare(feeSharesToStakers);
        eEth.transfer(treasury, redemption.feeToTreasury);
        if (token == ETH_ADDRESS) _payEther(receiver, redemption, feeSharesToStakers);
        else if (token == address(lido)) _payStEth(receiver, redemption, feeSharesToStakers);
        else revert InvalidOutputToken();
        emit Redeemed(receiver, amount, redemption.feeToTreasury, feeToStakers, token);
    }

    function _payEther(address receiver, Redemption memory redemption, uint256 feeSharesToStakers) private {
        uint256 balanceBefore = address(this).balance;
        uint256 inLpBefore = liquidityPool.totalValueInLp();
        uint256 sharesBefore = eEth.totalShares();
        uint256 burnt = liquidityPool.withdraw(address(this), redemption.toReceiver);
        if (burnt != redemption.burnt) revert InvalidNumSharesBurnt();
        uint256 received = address(this).balance - balanceBefore;
        liquidityPool.burnEEthShares(feeSharesToStakers);
        _requireBurnt(sharesBefore, burnt + feeSharesToStakers);
        (bool paid, ) = receiver.call{value: received, gas: RECEIVER_GAS}("");
        if (!paid) revert TransferFailed();
        if (liquidityPool.totalValueInLp() != inLpBefore - received) revert InvalidLpBalance();
    }

    /// @dev stETH leaves one for one with eETH, so that its price must be fresh and not above ether's by much.
    function _payStEth(address receiver, Redemption memory redemption, uint256 feeSharesToStakers) private {
        (, int256 answer, , uint256 updatedAt, ) = stEthPriceFeed.latestRoundData();
        if (answer <= 0) revert InvalidPriceFeed();
        if (updatedAt + stalePriceWindow < block.timestamp) revert StalePriceFeed();
        if (1 ether + maxPriceThreshold < uint256(answer)) revert InvalidStEthPrice();
        uint256 amount = redemption.toReceiver;
        if (amount > type(uint128).max || amount == 0 || redemption.burnt == 0) revert InvalidAmount();
        uint256 sharesBefore = eEth.totalShares();
        liquidityPool.burnEEthSharesForNonETHWithdrawal(redemption.burnt, amount);
        liquidityPool.burnEEthShares(feeSharesToStakers);
        _requireBurnt(sharesBefore, redemption.burnt + feeSharesToStakers);
        etherFiRestaker.transferStETH(receiver, amount);
    }

    function _requireBurnt(uint256 sharesBefore, uint256 burnt) private view {
        uint256 left = eEth.totalShares();
        if (left < 1 gwei || left != sharesBefore - burnt) revert InvalidTotalShares();
    }
}
