import type { Address } from "@ballast/core";
import type { Database } from "../../client/database.ts";
import { databaseNow } from "../../columns/databaseNow.ts";
import { typedErrors } from "../../errors/typedErrors.ts";
import { type UserRole, type UserRow, users } from "../../schema/users.ts";

/** Records a sign-in with the role of the allow-list. */
export async function upsertUser(db: Database, user: { address: Address; role: UserRole }): Promise<UserRow> {
  const signedIn = { role: user.role, lastSignInAt: databaseNow };
  const [row] = await typedErrors(() =>
    db
      .insert(users)
      .values({ address: user.address, ...signedIn })
      .onConflictDoUpdate({ target: users.address, set: signedIn })
      .returning(),
  );
  if (!row) throw new Error("INSERT INTO admin.users returned no row");
  return row;
}
