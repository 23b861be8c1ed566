import { contentId } from "../../encoding/contentId.ts";
import { demandEqual } from "../demandEqual.ts";
import type { CheckDefinition } from "../types.ts";

/** The decision is the one that was signed for. */
export const decisionId: CheckDefinition = {
  id: "decision-id",
  title: "The decision hashes to its id",
  run({ file: { bundle } }) {
    demandEqual("bundle.decisionId", {
      is: bundle.decisionId,
      must: contentId("decision", bundle.decision),
      because: "the decision's content id",
    });
    return bundle.decisionId;
  },
};
