// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Blacklister} from "./Blacklister.sol";
import {LiquidityPool} from "./LiquidityPool.sol";
import {PausableUntil} from "./PausableUntil.sol";

/// @notice eETH: shares of ether.fi's liquidity pool, which alone mints and burns them. A transfer of an amount moves
/// floor(amount * totalShares / totalPooledEther) shares, so that a receiver may get a wei less than was sent.
contract EETH is PausableUntil {
    LiquidityPool public immutable liquidityPool;
    Blacklister public immutable blacklister;

    uint256 public totalShares;
    mapping(address => uint256) public shares;
    mapping(address => mapping(address => uint256)) public allowances;

    event Transfer(address indexed from, address indexed to, uint256 value);
    event TransferShares(address indexed from, address indexed to, uint256 sharesValue);
    event Approval(address indexed owner, address indexed spender, uint256 value);

    error AddressZero();
    error IncorrectCaller();
    error BurnAmountExceedsBalance();
    error AllowanceBelowZero();
    error TransferAmountExceedsAllowance();
    error TransferAmountExceedsBalance();

    modifier onlyLiquidityPool() {
        if (msg.sender != address(liquidityPool)) revert IncorrectCaller();
        _;
    }

    constructor(LiquidityPool liquidityPool_, Blacklister blacklister_) {
        liquidityPool = liquidityPool_;
        blacklister = blacklister_;
    }

    function name() external pure returns (string memory) {
        return "ether.fi ETH";
    }

    function symbol() external pure returns (string memory) {
        return "eETH";
    }

    function decimals() external pure returns (uint8) {
        return 18;
    }

    function totalSupply() external view returns (uint256) {
        return liquidityPool.getTotalPooledEther();
    }

    function balanceOf(address user) external view returns (uint256) {
        return liquidityPool.getTotalEtherClaimOf(user);
    }

    function allowance(address owner, address spender) external view returns (uint256) {
        return allowances[owner][spender];
    }

    function mintShares(address user, uint256 share) external onlyLiquidityPool whenNotPaused {
        blacklister.nonBlacklisted(user);
        shares[user] += share;
        totalShares += share;
        emit Transfer(address(0), user, liquidityPool.amountForShare(share));
        emit TransferShares(address(0), user, share);
    }

    function burnShares(address user, uint256 share) external whenNotPaused onlyLiquidityPool {
        blacklister.nonBlacklisted(user);
        if (shares[user] < share) revert BurnAmountExceedsBalance();
        shares[user] -= share;
        totalShares -= share;
        emit Transfer(user, address(0), liquidityPool.amountForShare(share));
        emit TransferShares(user, address(0), share);
    }

    function approve(address spender, uint256 amount) external returns (bool) {
        _approve(msg.sender, spender, amount);
        return true;
    }

    function increaseAllowance(address spender, uint256 amount) external returns (bool) {
        _approve(msg.sender, spender, allowances[msg.sender][spender] + amount);
        return true;
    }

    function decreaseAllowance(address spender, uint256 amount) external returns (bool) {
        uint256 allowed = allowances[msg.sender][spender];
        if (allowed < amount) revert AllowanceBelowZero();
        _approve(msg.sender, spender, allowed - amount);
        return true;
    }

    function transfer(address recipient, uint256 amount) external returns (bool) {
        _transfer(msg.sender, recipient, amount);
        return true;
    }

    /// @dev An unlimited allowance is spent, too: ether.fi's token has no exception for it.
    function transferFrom(address sender, address recipient, uint256 amount) external returns (bool) {
        uint256 allowed = allowances[sender][msg.sender];
        if (allowed < amount) revert TransferAmountExceedsAllowance();
        _approve(sender, msg.sender, allowed - amount);
        _transfer(sender, recipient, amount);
        return true;
    }

    function _transfer(address sender, address recipient, uint256 amount) private whenNotPaused {
        blacklister.nonBlacklisted(sender);
        blacklister.nonBlacklisted(recipient);
        blacklister.nonBlacklisted(msg.sender);
        if (sender == address(0) || recipient == address(0)) revert AddressZero();
        uint256 moved = liquidityPool.sharesForAmount(amount);
        if (moved > shares[sender]) revert TransferAmountExceedsBalance();
        shares[sender] -= moved;
        shares[recipient] += moved;
        emit TransferShares(sender, recipient, moved);
        emit Transfer(sender, recipient, amount);
    }

    function _approve(address owner, address spender, uint256 amount) private {
        if (owner == address(0) || spender == address(0)) revert AddressZero();
        allowances[owner][spender] = amount;
        emit Approval(owner, spender, amount);
    }
}
