// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {QueueClaims} from "./QueueClaims.sol";

interface IERC721Receiver {
    function onERC721Received(address operator, address from, uint256 id, bytes calldata data)
        external
        returns (bytes4);
}

/// @notice The ERC-721 face of the queue: an unclaimed request is a token. A request calls nobody back, so that an account that cannot
/// receive tokens can still own one.
abstract contract QueueToken is QueueClaims {
    string public constant name = "Lido: stETH Withdrawal NFT";
    string public constant symbol = "unstETH";

    mapping(uint256 => address) private _approved;
    mapping(address => mapping(address => bool)) public isApprovedForAll;

    event Transfer(address indexed from, address indexed to, uint256 indexed tokenId);
    event Approval(address indexed owner, address indexed approved, uint256 indexed tokenId);
    event ApprovalForAll(address indexed owner, address indexed operator, bool approved);

    error ApprovalToOwner();
    error ApproveToCaller();
    error InvalidOwnerAddress(address owner);
    error NotOwnerOrApproved(address sender);
    error NotOwnerOrApprovedForAll(address sender);
    error TransferFromIncorrectOwner(address from, address realOwner);
    error TransferToNonIERC721Receiver(address receiver);
    error TransferToThemselves();
    error TransferToZeroAddress();

    /// @dev ERC-165, ERC-721, its metadata, and ERC-4906's own number
    function supportsInterface(bytes4 id) external pure returns (bool) {
        return id == 0x01ffc9a7 || id == 0x80ac58cd || id == 0x5b5e139f || id == 0x49064906;
    }

    function balanceOf(address owner) external view returns (uint256) {
        if (owner == address(0)) revert InvalidOwnerAddress(owner);
        return _requestsOf[owner].length;
    }

    function getApproved(uint256 id) external view returns (address) {
        _requireUnclaimed(id);
        return _approved[id];
    }

    /// @notice Empty: no base address is set.
    function tokenURI(uint256 id) external view returns (string memory) {
        _requireUnclaimed(id);
        return "";
    }

    function ownerOf(uint256 id) public view returns (address) {
        _requireRequest(id);
        if (_queue[id].claimed) revert RequestAlreadyClaimed(id);
        return _queue[id].owner;
    }

    function approve(address to, uint256 id) external {
        address owner = ownerOf(id);
        if (to == owner) revert ApprovalToOwner();
        if (msg.sender != owner && !isApprovedForAll[owner][msg.sender]) revert NotOwnerOrApprovedForAll(msg.sender);
        _approved[id] = to;
        emit Approval(owner, to, id);
    }

    function setApprovalForAll(address operator_, bool approved) external {
        if (msg.sender == operator_) revert ApproveToCaller();
        isApprovedForAll[msg.sender][operator_] = approved;
        emit ApprovalForAll(msg.sender, operator_, approved);
    }

    function transferFrom(address from, address to, uint256 id) external {
        _transfer(from, to, id);
    }

    function safeTransferFrom(address from, address to, uint256 id) external {
        safeTransferFrom(from, to, id, "");
    }

    function safeTransferFrom(address from, address to, uint256 id, bytes memory data) public {
        _transfer(from, to, id);
        if (to.code.length > 0) _requireReceiver(from, to, id, data);
    }

    function _emitTransfer(address from, address to, uint256 id) internal override {
        emit Transfer(from, to, id);
    }

    function _transfer(address from, address to, uint256 id) private {
        if (to == address(0)) revert TransferToZeroAddress();
        if (to == from) revert TransferToThemselves();
        address owner = ownerOf(id);
        if (from != owner) revert TransferFromIncorrectOwner(from, owner);
        bool allowed = msg.sender == from || isApprovedForAll[from][msg.sender] || _approved[id] == msg.sender;
        if (!allowed) revert NotOwnerOrApproved(msg.sender);
        delete _approved[id];
        _queue[id].owner = to;
        _removeRequest(from, id);
        _addRequest(to, id);
        emit Transfer(from, to, id);
    }

    /// @dev A receiver's own reason is passed on; silence, or another answer than the agreed one, is a refusal.
    function _requireReceiver(address from, address to, uint256 id, bytes memory data) private {
        try IERC721Receiver(to).onERC721Received(msg.sender, from, id, data) returns (bytes4 answer) {
            if (answer != IERC721Receiver.onERC721Received.selector) revert TransferToNonIERC721Receiver(to);
        } catch (bytes memory reason) {
            if (reason.length == 0) revert TransferToNonIERC721Receiver(to);
            assembly {
                revert(add(reason, 32), mload(reason))
            }
        }
    }

    function _requireUnclaimed(uint256 id) private view {
        if (id == 0 || id > getLastRequestId || _queue[id].claimed) revert InvalidRequestId(id);
    }
}
