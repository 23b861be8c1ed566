// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice A rebasing token that stores shares and shows ether, as stETH and eETH do. A transfer of an amount moves
/// floor(amount * totalShares / totalPooledEther) shares, so that a receiver may get a wei less than was sent.
abstract contract SharesToken {
    string public name;
    string public symbol;
    uint8 public constant decimals = 18;
    uint256 internal _totalShares;
    mapping(address => uint256) internal _shares;
    mapping(address => mapping(address => uint256)) public allowance;

    event Transfer(address indexed from, address indexed to, uint256 value);
    event TransferShares(address indexed from, address indexed to, uint256 sharesValue);
    event Approval(address indexed owner, address indexed spender, uint256 value);

    error InsufficientShares(address account, uint256 shares, uint256 needed);
    error InsufficientAllowance(address spender, uint256 allowance, uint256 needed);
    error ZeroRecipient();

    constructor(string memory name_, string memory symbol_) {
        name = name_;
        symbol = symbol_;
    }

    function totalSupply() external view returns (uint256) {
        return _pooledEther();
    }

    function balanceOf(address account) external view returns (uint256) {
        return _etherForShares(_shares[account]);
    }

    function approve(address spender, uint256 amount) external returns (bool) {
        allowance[msg.sender][spender] = amount;
        emit Approval(msg.sender, spender, amount);
        return true;
    }

    function transfer(address to, uint256 amount) external returns (bool) {
        _moveShares(msg.sender, to, _sharesForEther(amount), amount);
        return true;
    }

    function transferFrom(address from, address to, uint256 amount) external returns (bool) {
        _spendAllowance(from, amount);
        _moveShares(from, to, _sharesForEther(amount), amount);
        return true;
    }

    function _pooledEther() internal view virtual returns (uint256);

    /// @dev A hook for pauses: runs before every mint, burn and transfer.
    function _beforeMove() internal view virtual {}

    /// @dev floor(shares * pooled / totalShares); nothing while there are no shares.
    function _etherForShares(uint256 shares) internal view returns (uint256) {
        return _totalShares == 0 ? 0 : (shares * _pooledEther()) / _totalShares;
    }

    /// @dev floor(amount * totalShares / pooled); nothing while nothing is pooled.
    function _sharesForEther(uint256 amount) internal view returns (uint256) {
        uint256 pooled = _pooledEther();
        return pooled == 0 ? 0 : (amount * _totalShares) / pooled;
    }

    function _spendAllowance(address from, uint256 amount) internal {
        uint256 allowed = allowance[from][msg.sender];
        if (allowed < amount) revert InsufficientAllowance(msg.sender, allowed, amount);
        if (allowed != type(uint256).max) allowance[from][msg.sender] = allowed - amount;
    }

    function _mintShares(address to, uint256 shares) internal {
        _beforeMove();
        _totalShares += shares;
        _shares[to] += shares;
    }

    function _burnShares(address from, uint256 shares) internal {
        _beforeMove();
        _debit(from, shares);
        _totalShares -= shares;
    }

    function _moveShares(address from, address to, uint256 shares, uint256 amount) internal {
        if (to == address(0)) revert ZeroRecipient();
        _beforeMove();
        _debit(from, shares);
        _shares[to] += shares;
        emit Transfer(from, to, amount);
        emit TransferShares(from, to, shares);
    }

    function _debit(address from, uint256 shares) private {
        uint256 held = _shares[from];
        if (held < shares) revert InsufficientShares(from, held, shares);
        _shares[from] = held - shares;
    }
}
