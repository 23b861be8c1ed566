declare const unit: unique symbol;

/** A base type that only its own constructor (or arithmetic that keeps the unit) may produce. */
export type Unit<Base, Name extends string> = Base & { readonly [unit]: Name };

/** Value in the smallest unit of the account's base asset (ETH: wei, 18 decimals). The one value all rules compare in. */
export type BaseUnits = Unit<bigint, "BaseUnits">;
/** Ratio or rate; 10n ** 18n is one. Signed where a yield may be negative. */
export type Wad = Unit<bigint, "Wad">;
/** Limit as people write it; 10_000n is 100 %. */
export type Bps = Unit<bigint, "Bps">;
/** Point in time: seconds since 1970, of a block. Never milliseconds. */
export type UnixSeconds = Unit<bigint, "UnixSeconds">;
/** Length of time in seconds. */
export type Seconds = Unit<bigint, "Seconds">;
export type BlockNumber = Unit<bigint, "BlockNumber">;
/** Amount in the smallest unit of some asset; always kept next to its asset. */
export type RawAmount = Unit<bigint, "RawAmount">;

/** Asset of the deployment, by its symbol there: `WETH`, `wstETH`, `ETH`. */
export type AssetId = Unit<string, "AssetId">;
/** Protocol as a place to hold value: `lido`, `etherfi`, `idle`. */
export type VenueId = Unit<string, "VenueId">;
/** `<venue>:<form>`, for example `lido:wstETH` or `idle:WETH`. */
export type PositionId = Unit<string, "PositionId">;
/** `<venue>:<number or hash>`: a withdrawal under way, for example `etherfi:17` or `eigenlayer:0x…`. */
export type TicketId = Unit<string, "TicketId">;
/** Swap venue: `uniswap-v3`. */
export type RouteId = Unit<string, "RouteId">;
/** Source of chain data as the operator named it: `rpc-1`, `rpc-2`. */
export type SourceId = Unit<string, "SourceId">;
