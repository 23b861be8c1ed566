// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Blacklister} from "./Blacklister.sol";
import {EETH} from "./EETH.sol";
import {LiquidityPool} from "./LiquidityPool.sol";
import {PausableUntil} from "./PausableUntil.sol";

/// @notice weETH: one token is one share of eETH. Selectors, rounding and texts of ether.fi's WeETH, which stands on
/// OpenZeppelin's ERC-20 of version 4.8.
contract WeETH is PausableUntil {
    EETH public immutable eETH;
    LiquidityPool public immutable liquidityPool;
    Blacklister public immutable blacklister;

    uint256 public totalSupply;
    mapping(address => uint256) public balanceOf;
    mapping(address => mapping(address => uint256)) public allowance;

    event Transfer(address indexed from, address indexed to, uint256 value);
    event Approval(address indexed owner, address indexed spender, uint256 value);

    error ZeroAmount();
    error WeETHUnderbacked(uint256 weETHSupply, uint256 proxyShares);

    constructor(EETH eETH_, LiquidityPool liquidityPool_, Blacklister blacklister_) {
        eETH = eETH_;
        liquidityPool = liquidityPool_;
        blacklister = blacklister_;
    }

    function name() external pure returns (string memory) {
        return "Wrapped eETH";
    }

    function symbol() external pure returns (string memory) {
        return "weETH";
    }

    function decimals() external pure returns (uint8) {
        return 18;
    }

    function wrap(uint256 eETHAmount) external returns (uint256 weETHAmount) {
        if (eETHAmount == 0) revert ZeroAmount();
        weETHAmount = liquidityPool.sharesForAmount(eETHAmount);
        eETH.transferFrom(msg.sender, address(this), eETHAmount);
        _mint(msg.sender, weETHAmount);
    }

    function unwrap(uint256 weETHAmount) external returns (uint256 eETHAmount) {
        if (weETHAmount == 0) revert ZeroAmount();
        eETHAmount = liquidityPool.amountForShare(weETHAmount);
        _burn(msg.sender, weETHAmount);
        eETH.transfer(msg.sender, eETHAmount);
    }

    function getWeETHByeETH(uint256 eETHAmount) external view returns (uint256) {
        return liquidityPool.sharesForAmount(eETHAmount);
    }

    function getEETHByWeETH(uint256 weETHAmount) public view returns (uint256) {
        return liquidityPool.amountForShare(weETHAmount);
    }

    function getRate() external view returns (uint256) {
        return getEETHByWeETH(1 ether);
    }

    function approve(address spender, uint256 amount) external returns (bool) {
        require(spender != address(0), "ERC20: approve to the zero address");
        allowance[msg.sender][spender] = amount;
        emit Approval(msg.sender, spender, amount);
        return true;
    }

    function transfer(address to, uint256 amount) external returns (bool) {
        _move(msg.sender, to, amount);
        return true;
    }

    function transferFrom(address from, address to, uint256 amount) external returns (bool) {
        uint256 allowed = allowance[from][msg.sender];
        require(allowed >= amount, "ERC20: insufficient allowance");
        if (allowed != type(uint256).max) {
            allowance[from][msg.sender] = allowed - amount;
            emit Approval(from, msg.sender, allowed - amount);
        }
        _move(from, to, amount);
        return true;
    }

    function _mint(address to, uint256 amount) private {
        _beforeMove(address(0), to);
        totalSupply += amount;
        balanceOf[to] += amount;
        emit Transfer(address(0), to, amount);
        _requireBacked();
    }

    function _burn(address from, uint256 amount) private {
        _beforeMove(from, address(0));
        require(balanceOf[from] >= amount, "ERC20: burn amount exceeds balance");
        balanceOf[from] -= amount;
        totalSupply -= amount;
        emit Transfer(from, address(0), amount);
        _requireBacked();
    }

    function _move(address from, address to, uint256 amount) private {
        require(to != address(0), "ERC20: transfer to the zero address");
        _beforeMove(from, to);
        require(balanceOf[from] >= amount, "ERC20: transfer amount exceeds balance");
        balanceOf[from] -= amount;
        balanceOf[to] += amount;
        emit Transfer(from, to, amount);
    }

    function _beforeMove(address from, address to) private view whenNotPaused {
        blacklister.nonBlacklisted(from);
        blacklister.nonBlacklisted(to);
        blacklister.nonBlacklisted(msg.sender);
    }

    function _requireBacked() private view {
        uint256 held = eETH.shares(address(this));
        if (totalSupply > held) revert WeETHUnderbacked(totalSupply, held);
    }
}
