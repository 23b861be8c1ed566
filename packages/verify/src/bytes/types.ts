/** Bytes as lower-case hex with 0x. */
export type Hex = `0x${string}`;
/** 20 bytes as lower-case hex. */
export type Address = Hex;
/** 32 bytes as lower-case hex. */
export type Hash32 = Hex;
