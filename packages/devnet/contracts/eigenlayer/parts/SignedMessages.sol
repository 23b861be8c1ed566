// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

interface IContractSigner {
    function isValidSignature(bytes32 digest, bytes calldata signature) external view returns (bytes4);
}

/// @notice EIP-712 messages of EigenLayer. The version in its domain is the first character of the deployed version: "1" of "1.12.0".
abstract contract SignedMessages {
    struct SignatureWithExpiry {
        bytes signature;
        uint256 expiry;
    }

    bytes32 private constant DOMAIN_TYPEHASH =
        keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    /// @dev secp256k1's order halved: a signature with a larger s has a twin and is refused.
    uint256 private constant HALF_ORDER = 0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF5D576E7357A4501DDFE92F46681B20A0;

    /// @dev Left-aligned: a string of its own cannot be immutable.
    bytes32 private immutable _version;
    uint256 private immutable _versionLength;

    error InvalidSignature();
    error SignatureExpired();

    constructor(string memory deployedVersion) {
        require(bytes(deployedVersion).length > 0 && bytes(deployedVersion).length < 32, "version: 1 to 31 bytes");
        _version = bytes32(bytes(deployedVersion));
        _versionLength = bytes(deployedVersion).length;
    }

    function version() public view returns (string memory) {
        bytes memory text = new bytes(_versionLength);
        for (uint256 i = 0; i < text.length; i++) {
            text[i] = _version[i];
        }
        return string(text);
    }

    function domainSeparator() public view returns (bytes32) {
        bytes32 major = keccak256(abi.encodePacked(_version[0]));
        return keccak256(abi.encode(DOMAIN_TYPEHASH, keccak256("EigenLayer"), major, block.chainid, address(this)));
    }

    function _digest(bytes32 structHash) internal view returns (bytes32) {
        return keccak256(abi.encodePacked("\x19\x01", domainSeparator(), structHash));
    }

    /// @dev The expiry is the last second at which the signature holds.
    function _requireSigned(address signer, bytes32 digest, SignatureWithExpiry memory signed) internal view {
        if (signed.expiry < block.timestamp) revert SignatureExpired();
        if (!_isSigned(signer, digest, signed.signature)) revert InvalidSignature();
    }

    /// @dev By the account's key, or else as its code says (ERC-1271).
    function _isSigned(address signer, bytes32 digest, bytes memory signature) private view returns (bool) {
        if (_recover(digest, signature) == signer) return true;
        (bool answered, bytes memory answer) =
            signer.staticcall(abi.encodeCall(IContractSigner.isValidSignature, (digest, signature)));
        return answered && answer.length >= 32
            && abi.decode(answer, (bytes32)) == bytes32(IContractSigner.isValidSignature.selector);
    }

    /// @dev Zero when there is no such signature; callers never ask for the zero address.
    function _recover(bytes32 digest, bytes memory signature) private pure returns (address) {
        if (signature.length != 65) return address(0);
        bytes32 r;
        bytes32 s;
        uint8 v;
        assembly {
            r := mload(add(signature, 32))
            s := mload(add(signature, 64))
            v := byte(0, mload(add(signature, 96)))
        }
        if (uint256(s) > HALF_ORDER) return address(0);
        return ecrecover(digest, v, r, s);
    }
}
