import type { AssetId, InnerCall, Missing, RouteCurve, RouteId } from "@ballast/core";
import type { AdapterContract, EncodeRequest } from "../adapter.ts";
import type { PinnedReader } from "../chain/pinnedReader.ts";
import type { Deployment } from "../deployment/types.ts";

export type CurvesRequest = { readonly reader: PinnedReader; readonly deployment: Deployment };

/** What a route pays at the block, pool by pool and direction by direction. */
export type CurveReadings = { readonly curves: readonly RouteCurve[]; readonly missing: readonly Missing[] };

/** One place to swap. Everything that Ballast knows of it stands behind this port. */
export interface SwapRoute {
  readonly id: RouteId;
  contracts(deployment: Deployment): readonly AdapterContract[];
  /** Pairs that the deployment has pools for, each once. */
  pairs(deployment: Deployment): readonly { readonly assetIn: AssetId; readonly assetOut: AssetId }[];
  /** Asks for everything in one turn. Never throws for a fault of the chain: a fault is `missing`. */
  readCurves(request: CurvesRequest): Promise<CurveReadings>;
  /**
   * Pure: the same action gives the same calls. Approvals are for the exact amount and spent by the next call; the
   * account itself receives.
   *
   * @throws ActionRefused for what the route cannot do.
   */
  encode(request: EncodeRequest): readonly InnerCall[];
}

/** Keeps a route as it was written. */
export const defineRoute = (route: SwapRoute): SwapRoute => Object.freeze(route);
