// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "./ERC20.sol";
import {Operated} from "./Operated.sol";

/// @notice A token that the devnet's operator makes and unmakes at any address, for tests.
contract MintableToken is ERC20, Operated {
    constructor(string memory name_, string memory symbol_) ERC20(name_, symbol_) {}

    function mint(address to, uint256 amount) external onlyOperator {
        _mint(to, amount);
    }

    function burn(address from, uint256 amount) external onlyOperator {
        _burn(from, amount);
    }
}
