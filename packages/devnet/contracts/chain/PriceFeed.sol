// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice A price feed with the interface of Chainlink's AggregatorV3Interface. One reporter writes rounds; a round's
/// `updatedAt` is the timestamp of its block, so that a time without reports stays visible as a hole.
contract PriceFeed {
    struct Round {
        int192 answer;
        uint64 updatedAt;
    }

    uint8 public immutable decimals;
    address public immutable reporter;
    string public description;
    uint256 public constant version = 4;
    uint80 public latestRound;
    /// @notice Rounds that stay readable. Chainlink keeps all; here every round weighs on every state that the node keeps.
    uint80 public constant KEPT_ROUNDS = 512;
    mapping(uint80 => Round) private _rounds;

    event AnswerUpdated(int256 indexed current, uint256 indexed roundId, uint256 updatedAt);

    error NotReporter(address caller);

    constructor(string memory description_, uint8 decimals_, address reporter_) {
        description = description_;
        decimals = decimals_;
        reporter = reporter_;
    }

    function transmit(int192 answer) external {
        if (msg.sender != reporter) revert NotReporter(msg.sender);
        latestRound += 1;
        _rounds[latestRound] = Round(answer, uint64(block.timestamp));
        if (latestRound > KEPT_ROUNDS) delete _rounds[latestRound - KEPT_ROUNDS];
        emit AnswerUpdated(answer, latestRound, block.timestamp);
    }

    function latestRoundData() external view returns (uint80, int256, uint256, uint256, uint80) {
        return getRoundData(latestRound);
    }

    function getRoundData(uint80 roundId)
        public
        view
        returns (uint80, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound)
    {
        Round memory round = _rounds[roundId];
        require(round.updatedAt != 0, "No data present");
        return (roundId, round.answer, round.updatedAt, round.updatedAt, roundId);
    }
}
