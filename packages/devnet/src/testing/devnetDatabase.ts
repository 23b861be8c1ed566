import { type Connection, connect, migrate, roleUrl } from "@ballast/db";
import { createTestDatabase } from "../../../../tests/setup/database.ts";

const passwords = { keeper: "keeper-secret", admin: "admin-secret", devnet: "devnet-secret" };

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
  await migrate({ ownerUrl: url, passwords });
  const urlOf = (role: "devnet" | "admin" | "keeper") => roleUrl(url, { role, password: passwords[role] });
  const open = (role: "devnet" | "admin" | "keeper") =>
    connect({ url: urlOf(role), applicationName: "test", max: 2 });
  const [devnet, admin, keeper] = [open("devnet"), open("admin"), open("keeper")];
  const close = async () => {
    await Promise.all([devnet.close(), admin.close(), keeper.close()]);
    await drop();
  };
  return { url: urlOf("devnet"), devnet, admin, keeper, close };
}
