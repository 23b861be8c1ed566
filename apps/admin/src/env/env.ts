import { type Env, parseEnv } from "./parseEnv.ts";

/** True in a devnet build. The build inlines the value; setting the variable later changes nothing. */
export const DEVNET_BUILD = process.env.BALLAST_DEVNET_BUILD === "1";

let known: Env | undefined;

/** The one place where the admin reads its environment. Throws EnvError. */
export function env(): Env {
  known ??= parseEnv(process.env, DEVNET_BUILD);
  return known;
}
