import { join } from "node:path";
import { type StackPaths, stackPaths } from "../../../scripts/stack/stackPaths.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..");

/** The paths of a stack of this checkout that keeps everything in `state`. */
export function pathsIn(state: string): StackPaths {
  const there = (name: string) => join(state, name);
  return {
    ...stackPaths(ROOT),
    state,
    devnet: there("devnet"),
    keeper: there("keeper"),
    logs: there("logs"),
    secrets: there("secrets.json"),
    stack: there("stack.json"),
    lock: there("stack.lock"),
  };
}
