import type { Hash32 } from "../chain/types.ts";
import { contentId } from "../encoding/contentId.ts";
import type { Bundle } from "./types.ts";

/** The bundle's content id; the keeper's signature is not part of it. @throws CanonicalError */
export function bundleHash(bundle: Bundle): Hash32 {
  return contentId("bundle", bundle);
}
