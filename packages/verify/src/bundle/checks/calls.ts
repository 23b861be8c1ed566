import { decodeMultiSend } from "../../calls/decodeMultiSend.ts";
import { demand } from "../demand.ts";
import { demandEqual } from "../demandEqual.ts";
import type { CheckDefinition } from "../types.ts";

/** What is shown as calls is what the bytes say, all of them. */
export const calls: CheckDefinition = {
  id: "calls",
  title: "The transaction's bytes are exactly the listed calls",
  run({ file: { bundle } }) {
    const decoded = decodeMultiSend(bundle.transaction.data);
    demand(
      decoded.length === bundle.calls.length,
      `bundle.transaction.data holds ${decoded.length} calls, bundle.calls lists ${bundle.calls.length}`,
    );
    for (const [i, listed] of bundle.calls.entries()) {
      const found = decoded[i] ?? { to: "0x", value: -1n, data: "0x" };
      demandEqual(`bundle.calls[${i}].to`, { is: listed.to, must: found.to, because: "in the bytes" });
      demandEqual(`bundle.calls[${i}].value`, {
        is: listed.value,
        must: found.value,
        because: "in the bytes",
      });
      demandEqual(`bundle.calls[${i}].data`, { is: listed.data, must: found.data, because: "in the bytes" });
    }
    return `${decoded.length} calls, each byte accounted for.`;
  },
};
