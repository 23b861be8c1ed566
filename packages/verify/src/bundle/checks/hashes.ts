import { safeTransactionHashes } from "../../safe/safeTransactionHashes.ts";
import { demandEqual } from "../demandEqual.ts";
import type { CheckDefinition } from "../types.ts";

/** What the wallets will show is what the fields hash to. */
export const hashes: CheckDefinition = {
  id: "hashes",
  title: "Domain hash, message hash and safeTxHash follow from the transaction",
  run({ file: { bundle } }) {
    const own = safeTransactionHashes(bundle);
    for (const name of ["domainHash", "messageHash", "safeTxHash"] as const) {
      demandEqual(`bundle.hashes.${name}`, {
        is: bundle.hashes[name],
        must: own[name],
        because: "computed here",
      });
    }
    return own.safeTxHash;
  },
};
