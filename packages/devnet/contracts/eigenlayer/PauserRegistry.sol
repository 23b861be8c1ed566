// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice Who may pause EigenLayer's contracts, and who alone may end a pause.
contract PauserRegistry {
    mapping(address => bool) public isPauser;
    address public unpauser;

    event PauserStatusChanged(address pauser, bool canPause);
    event UnpauserChanged(address previousUnpauser, address newUnpauser);

    error OnlyUnpauser();
    error InputAddressZero();

    modifier onlyUnpauser() {
        if (msg.sender != unpauser) revert OnlyUnpauser();
        _;
    }

    constructor(address[] memory pausers, address firstUnpauser) {
        for (uint256 i = 0; i < pausers.length; i++) {
            _setIsPauser(pausers[i], true);
        }
        _setUnpauser(firstUnpauser);
    }

    function setIsPauser(address newPauser, bool canPause) external onlyUnpauser {
        _setIsPauser(newPauser, canPause);
    }

    function setUnpauser(address newUnpauser) external onlyUnpauser {
        _setUnpauser(newUnpauser);
    }

    function _setIsPauser(address pauser, bool canPause) private {
        if (pauser == address(0)) revert InputAddressZero();
        isPauser[pauser] = canPause;
        emit PauserStatusChanged(pauser, canPause);
    }

    function _setUnpauser(address newUnpauser) private {
        if (newUnpauser == address(0)) revert InputAddressZero();
        emit UnpauserChanged(unpauser, newUnpauser);
        unpauser = newUnpauser;
    }
}
