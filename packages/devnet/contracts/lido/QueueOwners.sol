// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice Which unclaimed requests each owner has. Removing one puts the last in its place, so that the order of
/// `getWithdrawalRequests` after a claim or a transfer is Lido's.
abstract contract QueueOwners {
    mapping(address => uint256[]) internal _requestsOf;
    /// @dev place in the owner's list, from 1; a request has one owner at a time
    mapping(uint256 => uint256) private _placeOf;

    function getWithdrawalRequests(address owner) external view returns (uint256[] memory) {
        return _requestsOf[owner];
    }

    function _addRequest(address owner, uint256 id) internal {
        _requestsOf[owner].push(id);
        _placeOf[id] = _requestsOf[owner].length;
    }

    function _removeRequest(address owner, uint256 id) internal {
        uint256[] storage ids = _requestsOf[owner];
        uint256 last = ids[ids.length - 1];
        ids[_placeOf[id] - 1] = last;
        _placeOf[last] = _placeOf[id];
        ids.pop();
        delete _placeOf[id];
    }
}
