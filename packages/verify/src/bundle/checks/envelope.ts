import { MULTI_SEND_CALL_ONLY } from "../../safe/multiSendCallOnly.ts";
import { demand } from "../demand.ts";
import { demandEqual } from "../demandEqual.ts";
import { inputDocument } from "../inputDocument.ts";
import { snapshotSchema } from "../schema/inputs.ts";
import type { Bundle } from "../schema/signedBundle.ts";
import type { CheckDefinition } from "../types.ts";

const ZERO_ADDRESS = `0x${"0".repeat(40)}`;

/** The one form that a value-moving proposal has: a delegatecall to the canonical MultiSendCallOnly, nothing refunded. */
export const envelope: CheckDefinition = {
  id: "envelope",
  title: "The transaction is a plain batch through the canonical MultiSendCallOnly",
  run({ file: { bundle } }) {
    const { transaction } = bundle;
    pinned(bundle);
    demandEqual("bundle.transaction.operation", { is: transaction.operation, must: 1n });
    for (const field of ["value", "safeTxGas", "baseGas", "gasPrice"] as const) {
      demandEqual(`bundle.transaction.${field}`, { is: transaction[field], must: 0n });
    }
    for (const field of ["gasToken", "refundReceiver"] as const) {
      demandEqual<string>(`bundle.transaction.${field}`, { is: transaction[field], must: ZERO_ADDRESS });
    }
    const { safe } = inputDocument(bundle, { kind: "snapshot", schema: snapshotSchema });
    demandEqual("bundle.safeVersion", {
      is: bundle.safeVersion,
      must: safe.version,
      because: "as the snapshot read it",
    });
    demand(
      transaction.nonce >= safe.nonce,
      `bundle.transaction.nonce is ${transaction.nonce}; the Safe was at ${safe.nonce} already`,
    );
    return `Nonce ${transaction.nonce}, Safe ${bundle.safeVersion}, MultiSendCallOnly ${transaction.to}.`;
  },
};

function pinned({ contracts, safeVersion, transaction }: Bundle): void {
  // "1.3.0+L2" is the same contract set as 1.3.0.
  const pin = MULTI_SEND_CALL_ONLY[safeVersion.split("+")[0] ?? ""];
  const known = Object.keys(MULTI_SEND_CALL_ONLY).join(", ");
  demand(pin !== undefined, `bundle.safeVersion is ${safeVersion}; pinned are ${known}`);
  demand(
    pin.addresses.includes(transaction.to),
    `bundle.transaction.to is ${transaction.to}, not ${pin.addresses.join(" or ")}, the MultiSendCallOnly of Safe ${safeVersion}`,
  );
  demandEqual("bundle.contracts.multiSendCallOnly", {
    is: contracts.multiSendCallOnly,
    must: transaction.to,
  });
  demandEqual("bundle.contracts.multiSendCallOnlyCodeHash", {
    is: contracts.multiSendCallOnlyCodeHash,
    must: pin.codeHash,
  });
}
