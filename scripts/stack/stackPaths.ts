import { join } from "node:path";

/** Where one checkout keeps what its stack needs: all under `.ballast`, which git ignores. */
export type StackPaths = {
  readonly root: string;
  readonly state: string;
  readonly devnet: string;
  readonly keeper: string;
  readonly logs: string;
  readonly secrets: string;
  readonly stack: string;
  readonly lock: string;
};

export function stackPaths(root: string): StackPaths {
  const state = join(root, ".ballast");
  return {
    root,
    state,
    devnet: join(state, "devnet"),
    keeper: join(state, "keeper"),
    logs: join(state, "logs"),
    secrets: join(state, "secrets.json"),
    stack: join(state, "stack.json"),
    lock: join(state, "stack.lock"),
  };
}
