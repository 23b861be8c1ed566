// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @dev 1e18, as EigenLayer names it. Magnitudes and slashing factors are parts of it.
uint64 constant WAD = 1e18;

/// @notice Products and quotients with a 512-bit product in between, so that only a result beyond 256 bits fails.
library WadMath {
    /// @dev floor(a * b / WAD)
    function mulWadDown(uint256 a, uint256 b) internal pure returns (uint256) {
        return mulDivDown(a, b, WAD);
    }

    /// @dev ceil(a * b / WAD)
    function mulWadUp(uint256 a, uint256 b) internal pure returns (uint256) {
        return mulDivUp(a, b, WAD);
    }

    /// @dev floor(a * WAD / b)
    function divWadDown(uint256 a, uint256 b) internal pure returns (uint256) {
        return mulDivDown(a, WAD, b);
    }

    /// @dev ceil(a * b / divisor)
    function mulDivUp(uint256 a, uint256 b, uint256 divisor) internal pure returns (uint256 result) {
        result = mulDivDown(a, b, divisor);
        if (mulmod(a, b, divisor) > 0) result += 1;
    }

    /// @dev floor(a * b / divisor)
    function mulDivDown(uint256 a, uint256 b, uint256 divisor) internal pure returns (uint256) {
        (uint256 high, uint256 low) = _product(a, b);
        if (high == 0) return low / divisor;
        require(high < divisor, "Math: mulDiv overflow");
        return _longDivision(high, low, divisor);
    }

    /// @dev The product modulo 2^256 - 1 gives the high word (a known trick: low - that, less a borrow).
    function _product(uint256 a, uint256 b) private pure returns (uint256 high, uint256 low) {
        unchecked {
            low = a * b;
            uint256 remainder = mulmod(a, b, type(uint256).max);
            high = remainder - low;
            if (remainder < low) high -= 1;
        }
    }

    /// @dev Bit by bit, as on paper: rare on a devnet, so that plain is better than fast. The quotient grows in `low`.
    function _longDivision(uint256 high, uint256 low, uint256 divisor) private pure returns (uint256) {
        unchecked {
            for (uint256 i = 0; i < 256; i++) {
                bool carry = high >> 255 == 1;
                high = (high << 1) | (low >> 255);
                low <<= 1;
                if (carry || high >= divisor) {
                    high -= divisor;
                    low |= 1;
                }
            }
        }
        return low;
    }
}
