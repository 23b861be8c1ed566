import type { AccountRef } from "@ballast/core";
import type { Deployment } from "../../../deployment/types.ts";

/** For whom and where a call is encoded. Whatever it moves or makes belongs to the account. */
export type CallRequest = { readonly account: AccountRef; readonly deployment: Deployment };
