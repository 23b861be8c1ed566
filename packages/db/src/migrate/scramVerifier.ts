import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";
import { RolePasswordError } from "../errors/RolePasswordError.ts";

/** Postgres's own default. */
const ITERATIONS = 4096;

/**
 * What Postgres stores for a password (RFC 5803): `SCRAM-SHA-256$<iterations>:<salt>$<StoredKey>:<ServerKey>`.
 * Only printable ASCII passwords, which need no SASLprep.
 * @throws RolePasswordError
 */
export function scramVerifier({ role, password }: { role: string; password: string }): string {
  if (!/^[\x20-\x7e]{8,200}$/.test(password)) throw new RolePasswordError(role);
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, "sha256");
  const clientKey = createHmac("sha256", salted).update("Client Key").digest();
  const storedKey = createHash("sha256").update(clientKey).digest("base64");
  const serverKey = createHmac("sha256", salted).update("Server Key").digest("base64");
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString("base64")}$${storedKey}:${serverKey}`;
}
