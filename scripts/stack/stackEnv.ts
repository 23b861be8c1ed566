import { isAlive } from "./isAlive.ts";
import { readJson } from "./readJson.ts";
import { secrets } from "./secrets.ts";
import { keeperEnv } from "./services.ts";
import type { StackPaths } from "./stackPaths.ts";
import type { StackState } from "./stackState.ts";

/** The environment in which the command line talks to the stack that runs in this checkout; empty when none runs. */
export function stackEnv(paths: StackPaths): Record<string, string> {
  const state = readJson<StackState>(paths.stack);
  if (!state?.postgres || !state.rpc || !state.proposerKeyFile || !isAlive(state.supervisor)) return {};
  const running = { paths, secrets: secrets(paths.secrets), ports: { postgres: state.postgres.port } };
  return keeperEnv(running, { rpc: state.rpc, proposerKeyFile: state.proposerKeyFile });
}
