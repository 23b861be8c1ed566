import type { RequestRow } from "@ballast/db";
import type { HeadJudged } from "../service/judgeHead.ts";
import type { Keeper } from "../service/keeper.ts";
import type { HeldLeases } from "../service/leases.ts";

/** Requests are answered after a head was judged, under the leases that were held for it. */
export type RequestContext = {
  readonly held: HeldLeases;
  readonly judged: Extract<HeadJudged, { kind: "judged" }>;
};

/** Answers one kind of request; what it throws is the answer too. */
export type Answer = (
  keeper: Keeper,
  asked: RequestContext & { readonly request: RequestRow },
) => Promise<RequestRow["payload"]>;
