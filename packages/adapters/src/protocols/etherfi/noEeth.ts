import type { Read } from "../../chain/read.ts";
import { ETHERFI_ID } from "./contracts.ts";

/** What needs eETH in a deployment that does not list it. */
export const NO_EETH: Read<never> = {
  ok: false,
  missing: {
    subject: `venue:${ETHERFI_ID}`,
    code: "unexpected",
    retry: false,
    detail: "the deployment lists no eETH",
  },
};
