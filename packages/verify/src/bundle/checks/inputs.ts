import { contentId } from "../../encoding/contentId.ts";
import { demand } from "../demand.ts";
import { demandEqual } from "../demandEqual.ts";
import type { CheckDefinition } from "../types.ts";

/** The documents are those that the decision was made from, each the one that its id names. */
export const inputs: CheckDefinition = {
  id: "inputs",
  title: "The decision's inputs are all here and unchanged",
  run({ file: { bundle } }) {
    const listed = bundle.decision.inputs;
    demand(
      listed.length === bundle.inputs.length,
      `bundle.inputs holds ${bundle.inputs.length} documents, bundle.decision.inputs names ${listed.length}`,
    );
    for (const [i, { kind, id, document }] of bundle.inputs.entries()) {
      const named = listed[i];
      demandEqual(`bundle.inputs[${i}]`, {
        is: `${kind} ${id}`,
        must: `${named?.kind} ${named?.id}`,
        because: "as the decision lists it",
      });
      const before = bundle.inputs[i - 1];
      demand(
        before === undefined || `${before.kind} ${before.id}` < `${kind} ${id}`,
        `bundle.inputs[${i}] repeats or does not sort after the one before, by kind and id`,
      );
      // A sibling is another account's snapshot; every other kind, known or not, is its own name.
      const hashed = contentId(kind === "sibling" ? "snapshot" : kind, document);
      demandEqual(`bundle.inputs[${i}].id`, {
        is: id,
        must: hashed,
        because: `the content id of the ${kind}`,
      });
    }
    return `${listed.length} documents: ${listed.map(({ kind }) => kind).join(", ")}.`;
  },
};
