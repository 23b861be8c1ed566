// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice The ERC-20 of stETH: stores shares, shows ether, and gives Lido's reasons in Lido's order of checks. A transfer of an amount
/// moves floor(amount * totalShares / totalPooledEther) shares, so that a receiver may get a wei less than was sent.
/// @dev Names are constants and nothing is set at construction: it works behind a proxy.
abstract contract StETHShares {
    string public constant name = "Liquid staked Ether 2.0";
    string public constant symbol = "stETH";
    uint8 public constant decimals = 18;

    uint256 internal _totalShares;
    mapping(address => uint256) private _shares;
    mapping(address => mapping(address => uint256)) public allowance;

    event Transfer(address indexed from, address indexed to, uint256 value);
    event TransferShares(address indexed from, address indexed to, uint256 sharesValue);
    event Approval(address indexed owner, address indexed spender, uint256 value);

    function totalSupply() external view returns (uint256) {
        return _pooledEther();
    }

    function getTotalPooledEther() external view returns (uint256) {
        return _pooledEther();
    }

    function getTotalShares() external view returns (uint256) {
        return _totalShares;
    }

    function sharesOf(address account) external view returns (uint256) {
        return _shares[account];
    }

    function balanceOf(address account) external view returns (uint256) {
        return getPooledEthByShares(_shares[account]);
    }

    function approve(address spender, uint256 amount) external returns (bool) {
        _approve(msg.sender, spender, amount);
        return true;
    }

    function transfer(address to, uint256 amount) external returns (bool) {
        _transfer(msg.sender, to, amount);
        return true;
    }

    function transferFrom(address from, address to, uint256 amount) external returns (bool) {
        _spendAllowance(from, amount);
        _transfer(from, to, amount);
        return true;
    }

    function transferShares(address to, uint256 shares) external returns (uint256 amount) {
        amount = getPooledEthByShares(shares);
        _moveShares(msg.sender, to, shares);
        _emitMove(msg.sender, to, amount, shares);
    }

    function transferSharesFrom(address from, address to, uint256 shares) external returns (uint256 amount) {
        amount = getPooledEthByShares(shares);
        _spendAllowance(from, amount);
        _moveShares(from, to, shares);
        _emitMove(from, to, amount, shares);
    }

    /// @notice floor(shares * pooled / totalShares); nothing while there are no shares.
    function getPooledEthByShares(uint256 shares) public view returns (uint256) {
        require(shares < type(uint128).max, "SHARES_TOO_LARGE");
        return _totalShares == 0 ? 0 : (shares * _pooledEther()) / _totalShares;
    }

    /// @notice floor(amount * totalShares / pooled); nothing while nothing is pooled.
    function getSharesByPooledEth(uint256 amount) public view returns (uint256) {
        require(amount < type(uint128).max, "ETH_TOO_LARGE");
        uint256 pooled = _pooledEther();
        return pooled == 0 ? 0 : (amount * _totalShares) / pooled;
    }

    function _pooledEther() internal view virtual returns (uint256);

    function _requireNotStopped() internal view virtual;

    function _mintShares(address to, uint256 shares) internal {
        _totalShares += shares;
        _shares[to] += shares;
    }

    function _emitMove(address from, address to, uint256 amount, uint256 shares) internal {
        emit Transfer(from, to, amount);
        emit TransferShares(from, to, shares);
    }

    function _transfer(address from, address to, uint256 amount) private {
        uint256 shares = getSharesByPooledEth(amount);
        _moveShares(from, to, shares);
        _emitMove(from, to, amount, shares);
    }

    function _moveShares(address from, address to, uint256 shares) private {
        require(to != address(0), "TRANSFER_TO_ZERO_ADDR");
        require(to != address(this), "TRANSFER_TO_STETH_CONTRACT");
        _requireNotStopped();
        require(shares <= _shares[from], "BALANCE_EXCEEDED");
        _shares[from] -= shares;
        _shares[to] += shares;
    }

    function _spendAllowance(address from, uint256 amount) private {
        uint256 allowed = allowance[from][msg.sender];
        if (allowed == type(uint256).max) return;
        require(allowed >= amount, "ALLOWANCE_EXCEEDED");
        _approve(from, msg.sender, allowed - amount);
    }

    function _approve(address owner, address spender, uint256 amount) private {
        require(owner != address(0), "APPROVE_FROM_ZERO_ADDR");
        require(spender != address(0), "APPROVE_TO_ZERO_ADDR");
        allowance[owner][spender] = amount;
        emit Approval(owner, spender, amount);
    }
}
