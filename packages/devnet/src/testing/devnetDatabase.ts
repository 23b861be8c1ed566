import { type Connection, connect, roleUrl } from "@ballast/db";
import { createTestDatabase } from "../../../../tests/setup/database.ts";
import { TEST_PASSWORDS } from "../../../../tests/setup/testPasswords.ts";

/** A migrated database of a test's own, with a connection for each role. */
export interface DevnetDatabase {
  /** of the role ballast_devnet */
  readonly url: string;
  readonly devnet: Connection;
  readonly admin: Connection;
  readonly keeper: Connection;
  close(): Promise<void>;
}

export async function openDevnetDatabase(): Promise<DevnetDatabase> {
  const { url, drop } = await createTestDatabase();
  const urlOf = (role: "devnet" | "admin" | "keeper") =>
    roleUrl(url, { role, password: TEST_PASSWORDS[role] });
  const open = (role: "devnet" | "admin" | "keeper") =>
    connect({ url: urlOf(role), applicationName: "test", max: 2 });
  const [devnet, admin, keeper] = [open("devnet"), open("admin"), open("keeper")];
  const close = async () => {
    await Promise.all([devnet.close(), admin.close(), keeper.close()]);
    await drop();
  };
  return { url: urlOf("devnet"), devnet, admin, keeper, close };
}
