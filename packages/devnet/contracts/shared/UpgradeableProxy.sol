// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice A proxy with the storage slots of EIP-1967, so that its implementation and its administrator can be read from outside as on
/// mainnet. The administrator upgrades and does nothing else through it; everybody else reaches the implementation.
contract UpgradeableProxy {
    /// @dev keccak256("eip1967.proxy.implementation") - 1
    bytes32 private constant IMPLEMENTATION_SLOT = 0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc;
    /// @dev keccak256("eip1967.proxy.admin") - 1
    bytes32 private constant ADMIN_SLOT = 0xb53127684a568b3173ae13b9f8a6016e243e63b6e8ee1178d6a717850b5d6103;

    event Upgraded(address indexed implementation);
    event AdminChanged(address previousAdmin, address newAdmin);

    error NotAContract(address implementation);
    error AdminCannotFallback();

    /// @param setup a call to the implementation that initialises the proxy's storage; empty for none
    constructor(address implementation, address admin, bytes memory setup) {
        _upgradeTo(implementation);
        _store(ADMIN_SLOT, admin);
        emit AdminChanged(address(0), admin);
        if (setup.length == 0) return;
        (bool done, bytes memory reason) = implementation.delegatecall(setup);
        if (!done) _bubble(reason);
    }

    receive() external payable {
        _delegate();
    }

    fallback() external payable {
        if (msg.sender != _load(ADMIN_SLOT)) _delegate();
        if (msg.sig == bytes4(keccak256("upgradeTo(address)"))) {
            _upgradeTo(abi.decode(msg.data[4:], (address)));
            return;
        }
        if (msg.sig == bytes4(keccak256("changeAdmin(address)"))) {
            address next = abi.decode(msg.data[4:], (address));
            emit AdminChanged(_load(ADMIN_SLOT), next);
            _store(ADMIN_SLOT, next);
            return;
        }
        revert AdminCannotFallback();
    }

    function _upgradeTo(address implementation) private {
        if (implementation.code.length == 0) revert NotAContract(implementation);
        _store(IMPLEMENTATION_SLOT, implementation);
        emit Upgraded(implementation);
    }

    function _delegate() private {
        address implementation = _load(IMPLEMENTATION_SLOT);
        assembly {
            calldatacopy(0, 0, calldatasize())
            let done := delegatecall(gas(), implementation, 0, calldatasize(), 0, 0)
            returndatacopy(0, 0, returndatasize())
            if done { return(0, returndatasize()) }
            revert(0, returndatasize())
        }
    }

    function _bubble(bytes memory reason) private pure {
        assembly {
            revert(add(reason, 32), mload(reason))
        }
    }

    function _load(bytes32 slot) private view returns (address value) {
        assembly {
            value := sload(slot)
        }
    }

    function _store(bytes32 slot, address value) private {
        assembly {
            sstore(slot, value)
        }
    }
}
