import { compareText } from "../../units/compareText.ts";
import { assetId } from "../../units/ids.ts";
import { ascending } from "../../units/order.ts";
import type { Policy } from "../policy.ts";
import type { PolicyDocument } from "./policyDocument.ts";

/** The engine's form of a document: account as one reference, sets sorted. */
export function policyFromDocument(document: PolicyDocument): Policy {
  const { account, chainId, baseAsset, universe, caps, liquidity, guards, ...rest } = document;
  return {
    ...rest,
    account: { rail: "safe", chainId, address: account },
    baseAsset: assetId(baseAsset),
    universe: universe.toSorted((a, b) => compareText(a.position, b.position)),
    caps: {
      ...caps,
      protocols: caps.protocols.toSorted((a, b) => compareText(a.venue, b.venue)),
      ...(caps.operators === undefined
        ? {}
        : { operators: caps.operators.toSorted((a, b) => compareText(a.operator, b.operator)) }),
      ...(caps.assets === undefined
        ? {}
        : { assets: caps.assets.toSorted((a, b) => compareText(a.asset, b.asset)) }),
      ...(caps.sharedCauses === undefined
        ? {}
        : { sharedCauses: caps.sharedCauses.toSorted((a, b) => compareText(a.kind, b.kind)) }),
    },
    liquidity: liquidity.toSorted((a, b) => ascending(a.within, b.within)),
    guards: {
      ...guards,
      staleOracle: { ...guards.staleOracle, feeds: guards.staleOracle.feeds.toSorted(compareText) },
    },
  };
}
