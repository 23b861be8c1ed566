import type { Database } from "../../client/database.ts";
import { typedErrors } from "../../errors/typedErrors.ts";
import { type RequestPayload, type RequestRow, requests } from "../../schema/requests.ts";
import type { AccountKey } from "../leases/leaseName.ts";

export type NewRequest = {
  readonly kind: string;
  readonly payload: RequestPayload;
  readonly requestedBy: string;
  readonly account?: AccountKey;
};

/**
 * Asks the keeper or, with kind `devnet-scenario`, the devnet. The answer comes into the same row.
 * @throws NotAllowedError
 */
export async function insertRequest(db: Database, request: NewRequest): Promise<RequestRow> {
  const { kind, payload, requestedBy, account } = request;
  const about = account ? { chainId: account.chainId, account: account.address } : {};
  const [row] = await typedErrors(() =>
    db
      .insert(requests)
      .values({ kind, payload, requestedBy, ...about })
      .returning(),
  );
  if (!row) throw new Error("INSERT INTO requests returned no row");
  return row;
}
