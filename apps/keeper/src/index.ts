export { createLog, type Logger } from "./log.ts";
export { allocate } from "./optimise/allocate.ts";
export { createSolver } from "./optimise/solver.ts";
export { type Compared, type Replay, replayTick } from "./replay/replayTick.ts";
export { answerRequests } from "./requests/answerRequests.ts";
export { type HeadJudged, judgeHead } from "./service/judgeHead.ts";
export type { Keeper } from "./service/keeper.ts";
export type { HeldLeases } from "./service/leases.ts";
export { type KeeperConfig, type OpenKeeper, openKeeper } from "./service/openKeeper.ts";
