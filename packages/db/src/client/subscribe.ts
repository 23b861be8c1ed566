import type { Address } from "@ballast/core";
import type { Sql } from "postgres";

/** Something changed in a table; `account` where the row belongs to one. After a lost connection: look at everything. */
export type Change =
  | { readonly kind: "changed"; readonly table: string; readonly account: Address | null }
  | { readonly kind: "reconnected" };

/** LISTEN on `ballast_changes`, again after every loss of the connection. */
export async function subscribe(sql: Sql, onChange: (change: Change) => void): Promise<() => Promise<void>> {
  let listening = false;
  const { unlisten } = await sql.listen(
    "ballast_changes",
    (payload) => {
      const { table, account }: { table: string; account: Address | null } = JSON.parse(payload);
      onChange({ kind: "changed", table, account });
    },
    () => {
      if (listening) onChange({ kind: "reconnected" });
      listening = true;
    },
  );
  return unlisten;
}
