export * from "./depositableDown.ts";
export * from "./encodeComplete.ts";
export * from "./encodeDelegate.ts";
export * from "./encodeDeposit.ts";
export * from "./encodeQueue.ts";
export * from "./encodeRedelegate.ts";
export * from "./encodeUndelegate.ts";
