// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Blacklister} from "./Blacklister.sol";
import {ERC721Token} from "./ERC721Token.sol";
import {FrozenRates} from "./FrozenRates.sol";
import {Initializable} from "./Initializable.sol";
import {LiquidityPool} from "./LiquidityPool.sol";
import {NonReentrant} from "./NonReentrant.sol";
import {PausableUntil} from "./PausableUntil.sol";

/// @notice ether.fi's queue of withdrawals: a request is a token, its rate is frozen when it is finalised, and anybody may
/// have it paid to its owner. The operator is EtherFiAdmin, guardian and timelock.
contract WithdrawRequestNFT is ERC721Token, PausableUntil, NonReentrant, Initializable {
    using FrozenRates for FrozenRates.Checkpoint[];

    struct WithdrawRequest {
        uint96 amountOfEEth;
        uint96 shareOfEEth;
        bool isValid;
        uint32 feeGwei;
    }

    uint256 public constant SHARE_UNIT = 1e18;

    LiquidityPool public immutable liquidityPool;
    Blacklister public immutable blacklister;

    mapping(uint256 => WithdrawRequest) private _requests;
    FrozenRates.Checkpoint[] private _rates;
    uint32 public nextRequestId;
    uint32 public lastFinalizedRequestId;
    uint128 public ethAmountLockedForWithdrawal;

    event WithdrawRequestCreated(uint32 indexed requestId, uint256 amountOfEEth, uint256 shareOfEEth, address owner);
    event WithdrawRequestClaimed(uint32 indexed requestId, uint256 amountOfEEth, uint256 shareOfEEth, address owner);
    event WithdrawRequestInvalidated(uint32 indexed requestId);
    event WithdrawRequestValidated(uint32 indexed requestId);
    event WithdrawRequestSeized(uint32 indexed requestId);

    error IncorrectCaller();
    error RequestValid();
    error RequestNotValid();
    error RequestNotFound();
    error CannotUndoFinalization();
    error CannotFinalizeFutureRequests();
    error CannotInvalidateFinalizedRequest();
    error RequestAmountGreaterThanAvailableLiquidity();
    error InsufficientEscrow();
    error EthTransferFailed();
    error RequestNotFinalized();
    error NotInitialized();

    modifier onlyLiquidityPool() {
        if (msg.sender != address(liquidityPool)) revert IncorrectCaller();
        _;
    }

    modifier nonBlacklisted() {
        blacklister.nonBlacklisted(msg.sender);
        _;
    }

    constructor(LiquidityPool liquidityPool_, Blacklister blacklister_) {
        liquidityPool = liquidityPool_;
        blacklister = blacklister_;
    }

    function initialize() external initializer {
        nextRequestId = 1;
        _rates.push(FrozenRates.Checkpoint({upTo: 0, rate: 0}));
    }

    receive() external payable onlyLiquidityPool {
        ethAmountLockedForWithdrawal += uint128(msg.value);
        _requireEscrow();
    }

    function name() external pure returns (string memory) {
        return "Withdraw Request NFT";
    }

    function symbol() external pure returns (string memory) {
        return "WithdrawRequestNFT";
    }

    function requestWithdraw(uint96 amountOfEEth, uint96 shareOfEEth, address recipient)
        external
        onlyLiquidityPool
        whenNotPaused
        returns (uint256 requestId)
    {
        requestId = nextRequestId++;
        _requests[requestId] = WithdrawRequest(amountOfEEth, shareOfEEth, true, 0);
        _safeMint(recipient, requestId);
        emit WithdrawRequestCreated(uint32(requestId), amountOfEEth, shareOfEEth, recipient);
    }

    /// @notice Pays the token's owner, whoever calls. A pause does not stop it.
    function claimWithdraw(uint256 tokenId) external nonReentrant nonBlacklisted {
        _claimWithdraw(tokenId);
    }

    function batchClaimWithdraw(uint256[] calldata tokenIds) external nonReentrant nonBlacklisted {
        for (uint256 i = 0; i < tokenIds.length; i++) _claimWithdraw(tokenIds[i]);
    }

    /// @notice Freezes today's rate for all requests up to this one that have none. Their ether comes by a call of its own.
    function finalizeRequests(uint256 requestId) external {
        if (msg.sender != operator) revert IncorrectCaller();
        if (_rates.length == 0) revert NotInitialized();
        if (requestId < lastFinalizedRequestId) revert CannotUndoFinalization();
        if (requestId >= nextRequestId) revert CannotFinalizeFutureRequests();
        if (requestId > lastFinalizedRequestId) {
            uint224 rate = uint224(liquidityPool.amountPerShareCeil());
            _rates.push(FrozenRates.Checkpoint({upTo: uint32(requestId), rate: rate}));
        }
        lastFinalizedRequestId = uint32(requestId);
    }

    function invalidateRequest(uint256 requestId) external onlyOperator {
        if (requestId <= lastFinalizedRequestId) revert CannotInvalidateFinalizedRequest();
        if (!isValid(requestId)) revert RequestNotValid();
        _requests[requestId].isValid = false;
        emit WithdrawRequestInvalidated(uint32(requestId));
    }

    /// @dev When it was passed over by a finalisation, its ether is put aside now.
    function validateRequest(uint256 requestId) external onlyOperator {
        if (!_exists(requestId)) revert RequestNotFound();
        if (_requests[requestId].isValid) revert RequestValid();
        if (requestId <= lastFinalizedRequestId) {
            uint128 amount = _requests[requestId].amountOfEEth;
            if (amount > liquidityPool.totalValueInLp()) revert RequestAmountGreaterThanAvailableLiquidity();
            liquidityPool.addEthAmountLockedForWithdrawal(amount);
        }
        _requests[requestId].isValid = true;
        emit WithdrawRequestValidated(uint32(requestId));
    }

    function seizeInvalidRequest(uint256 requestId, address recipient) external onlyOperator {
        if (_requests[requestId].isValid) revert RequestValid();
        if (!_exists(requestId)) revert RequestNotFound();
        _move(ownerOf(requestId), recipient, requestId);
        emit WithdrawRequestSeized(uint32(requestId));
    }

    function getRequest(uint256 requestId) external view returns (WithdrawRequest memory) {
        return _requests[requestId];
    }

    function isFinalized(uint256 requestId) external view returns (bool) {
        return requestId <= lastFinalizedRequestId;
    }

    /// @return 0 while none is frozen for it
    function frozenRateFor(uint256 tokenId) external view returns (uint224) {
        return _rates.rateFor(uint32(tokenId));
    }

    function finalizationRatesLength() external view returns (uint256) {
        return _rates.length;
    }

    function isValid(uint256 requestId) public view returns (bool) {
        if (!_exists(requestId)) revert RequestNotFound();
        return _requests[requestId].isValid;
    }

    /// @notice min(amountOfEEth, floor(shareOfEEth * frozen rate / 1e18))
    function getClaimableAmount(uint256 tokenId) public view returns (uint256) {
        if (tokenId > lastFinalizedRequestId) revert RequestNotFinalized();
        WithdrawRequest memory request = _requests[tokenId];
        uint256 rate = _rates.rateFor(uint32(tokenId));
        if (rate == 0) rate = liquidityPool.amountPerShareCeil();
        uint256 worth = (uint256(request.shareOfEEth) * rate) / SHARE_UNIT;
        return worth < request.amountOfEEth ? worth : request.amountOfEEth;
    }

    function _claimWithdraw(uint256 tokenId) private {
        address recipient = ownerOf(tokenId);
        blacklister.nonBlacklisted(recipient);
        WithdrawRequest memory request = _requests[tokenId];
        if (!request.isValid) revert RequestNotValid();
        uint256 amount = getClaimableAmount(tokenId);
        _burn(tokenId);
        delete _requests[tokenId];
        if (ethAmountLockedForWithdrawal < request.amountOfEEth) revert InsufficientEscrow();
        ethAmountLockedForWithdrawal -= request.amountOfEEth;
        liquidityPool.withdraw(amount, request.shareOfEEth);
        _pay(recipient, amount);
        uint256 held = address(this).balance;
        if (held > ethAmountLockedForWithdrawal) _pay(address(liquidityPool), held - ethAmountLockedForWithdrawal);
        _requireEscrow();
        emit WithdrawRequestClaimed(uint32(tokenId), amount, request.shareOfEEth, recipient);
    }

    /// @dev An invalid request moves only by the timelock's hand.
    function _beforeTransfer(address from, address to, uint256 tokenId) internal view override {
        blacklister.nonBlacklisted(msg.sender);
        blacklister.nonBlacklisted(to);
        if (_requests[tokenId].isValid) blacklister.nonBlacklisted(from);
        else if (msg.sender != operator) revert NotOperator(msg.sender);
    }

    function _pay(address to, uint256 amount) private {
        (bool paid, ) = to.call{value: amount}("");
        if (!paid) revert EthTransferFailed();
    }

    function _requireEscrow() private view {
        if (address(this).balance < ethAmountLockedForWithdrawal) revert InsufficientEscrow();
    }
}
