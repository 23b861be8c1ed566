// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice What EigenLayer asks of a token.
interface IToken {
    function balanceOf(address account) external view returns (uint256);
    function decimals() external view returns (uint8);
    function transfer(address to, uint256 amount) external returns (bool);
    function transferFrom(address from, address to, uint256 amount) external returns (bool);
}

/// @notice Transfers of tokens that answer true, or nothing at all; a refusal comes through as the token gave it.
library TokenTransfers {
    function send(IToken token, address to, uint256 amount) internal {
        _call(token, abi.encodeCall(IToken.transfer, (to, amount)));
    }

    function pull(IToken token, address from, address to, uint256 amount) internal {
        _call(token, abi.encodeCall(IToken.transferFrom, (from, to, amount)));
    }

    function _call(IToken token, bytes memory data) private {
        require(address(token).code.length > 0, "Address: call to non-contract");
        (bool done, bytes memory answer) = address(token).call(data);
        if (!done) {
            assembly {
                revert(add(answer, 32), mload(answer))
            }
        }
        require(answer.length == 0 || abi.decode(answer, (bool)), "SafeERC20: ERC20 operation did not succeed");
    }
}
