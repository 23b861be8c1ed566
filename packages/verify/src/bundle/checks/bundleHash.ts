import { contentId } from "../../encoding/contentId.ts";
import { demandEqual } from "../demandEqual.ts";
import type { CheckDefinition } from "../types.ts";

/** The hash that everything else is bound to. */
export const bundleHash: CheckDefinition = {
  id: "bundle-hash",
  title: "The bundle hashes to its hash",
  run({ file }) {
    demandEqual("bundleHash", {
      is: file.bundleHash,
      must: contentId("bundle", file.bundle),
      because: "the bundle's content id",
    });
    return file.bundleHash;
  },
};
