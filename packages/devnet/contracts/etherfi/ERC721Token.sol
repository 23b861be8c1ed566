// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

interface IERC721Receiver {
    function onERC721Received(address operator, address from, uint256 tokenId, bytes calldata data)
        external
        returns (bytes4);
}

/// @notice A plain, not enumerable ERC-721 (EIP-721) with the checks and texts of OpenZeppelin's of version 4.8, on which
/// ether.fi's requests stand.
abstract contract ERC721Token {
    mapping(uint256 => address) private _owners;
    mapping(uint256 => address) private _approved;
    mapping(address => uint256) private _balances;
    mapping(address => mapping(address => bool)) public isApprovedForAll;

    event Transfer(address indexed from, address indexed to, uint256 indexed tokenId);
    event Approval(address indexed owner, address indexed approved, uint256 indexed tokenId);
    event ApprovalForAll(address indexed owner, address indexed operator, bool approved);

    function supportsInterface(bytes4 id) external pure returns (bool) {
        return id == 0x01ffc9a7 || id == 0x80ac58cd || id == 0x5b5e139f;
    }

    function balanceOf(address owner) external view returns (uint256) {
        require(owner != address(0), "ERC721: address zero is not a valid owner");
        return _balances[owner];
    }

    function ownerOf(uint256 tokenId) public view returns (address owner) {
        owner = _owners[tokenId];
        require(owner != address(0), "ERC721: invalid token ID");
    }

    function getApproved(uint256 tokenId) external view returns (address) {
        ownerOf(tokenId);
        return _approved[tokenId];
    }

    function approve(address to, uint256 tokenId) external {
        address owner = ownerOf(tokenId);
        require(to != owner, "ERC721: approval to current owner");
        bool allowed = msg.sender == owner || isApprovedForAll[owner][msg.sender];
        require(allowed, "ERC721: approve caller is not token owner or approved for all");
        _approved[tokenId] = to;
        emit Approval(owner, to, tokenId);
    }

    function setApprovalForAll(address operator_, bool approved) external {
        require(msg.sender != operator_, "ERC721: approve to caller");
        isApprovedForAll[msg.sender][operator_] = approved;
        emit ApprovalForAll(msg.sender, operator_, approved);
    }

    function transferFrom(address from, address to, uint256 tokenId) external {
        _requireAllowed(tokenId);
        _move(from, to, tokenId);
    }

    function safeTransferFrom(address from, address to, uint256 tokenId) external {
        safeTransferFrom(from, to, tokenId, "");
    }

    function safeTransferFrom(address from, address to, uint256 tokenId, bytes memory data) public {
        _requireAllowed(tokenId);
        _move(from, to, tokenId);
        _requireReceiver(from, to, tokenId, data);
    }

    function _beforeTransfer(address from, address to, uint256 tokenId) internal view virtual;

    function _exists(uint256 tokenId) internal view returns (bool) {
        return _owners[tokenId] != address(0);
    }

    function _safeMint(address to, uint256 tokenId) internal {
        require(to != address(0), "ERC721: mint to the zero address");
        require(!_exists(tokenId), "ERC721: token already minted");
        _beforeTransfer(address(0), to, tokenId);
        _balances[to] += 1;
        _owners[tokenId] = to;
        emit Transfer(address(0), to, tokenId);
        _requireReceiver(address(0), to, tokenId, "");
    }

    function _burn(uint256 tokenId) internal {
        address owner = ownerOf(tokenId);
        _beforeTransfer(owner, address(0), tokenId);
        delete _approved[tokenId];
        delete _owners[tokenId];
        _balances[owner] -= 1;
        emit Transfer(owner, address(0), tokenId);
    }

    function _move(address from, address to, uint256 tokenId) internal {
        require(ownerOf(tokenId) == from, "ERC721: transfer from incorrect owner");
        require(to != address(0), "ERC721: transfer to the zero address");
        _beforeTransfer(from, to, tokenId);
        delete _approved[tokenId];
        _balances[from] -= 1;
        _balances[to] += 1;
        _owners[tokenId] = to;
        emit Transfer(from, to, tokenId);
    }

    function _requireAllowed(uint256 tokenId) private view {
        address owner = ownerOf(tokenId);
        bool allowed = msg.sender == owner || isApprovedForAll[owner][msg.sender] || msg.sender == _approved[tokenId];
        require(allowed, "ERC721: caller is not token owner or approved");
    }

    /// @dev An account with code must say that it takes such tokens; a Safe does so through its fallback handler.
    function _requireReceiver(address from, address to, uint256 tokenId, bytes memory data) private {
        if (to.code.length == 0) return;
        string memory refusal = "ERC721: transfer to non ERC721Receiver implementer";
        try IERC721Receiver(to).onERC721Received(msg.sender, from, tokenId, data) returns (bytes4 answer) {
            require(answer == IERC721Receiver.onERC721Received.selector, refusal);
        } catch (bytes memory reason) {
            require(reason.length != 0, refusal);
            assembly {
                revert(add(reason, 32), mload(reason))
            }
        }
    }
}
