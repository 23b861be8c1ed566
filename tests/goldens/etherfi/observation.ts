import type { Act } from "./action.ts";

/** The pool and one holder, by the paths under which they are recorded. */
export type State = Readonly<Record<string, bigint>>;

/** What was found when a step was done. */
export type Observation = {
  readonly before: State;
  readonly after: State;
  /** the error, where it reverted */
  readonly reverted: string | undefined;
  /** the figures beside the state; of a step that reverted, those from before it */
  readonly outputs: ReadonlyMap<string, unknown>;
  readonly act: Pick<Act, "args" | "outputs">;
};
