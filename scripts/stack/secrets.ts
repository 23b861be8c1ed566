import { randomBytes } from "node:crypto";
import { readJson } from "./readJson.ts";
import { writeJson } from "./writeJson.ts";

/** Made at the first start, kept in the state directory (mode 600), gone with `--fresh`. */
export type Secrets = {
  /** Password of the Postgres superuser, and of each role. */
  readonly postgres: string;
  readonly keeper: string;
  readonly admin: string;
  readonly devnet: string;
  /** Seals the admin's cookies. */
  readonly session: string;
};

const NAMES = ["postgres", "keeper", "admin", "devnet", "session"] as const;

/** The secrets in `path`, with those that are missing made and stored. */
export function secrets(path: string): Secrets {
  const kept = readJson<Partial<Secrets>>(path) ?? {};
  const all = Object.fromEntries(NAMES.map((name) => [name, kept[name] ?? randomBytes(32).toString("hex")]));
  if (NAMES.some((name) => kept[name] === undefined)) writeJson(path, all);
  return all as Secrets;
}
