import type { AdapterContract } from "../../adapter.ts";
import { namedAddresses } from "../../deployment/namedAddresses.ts";
import type { Deployment } from "../../deployment/types.ts";
import { UNISWAP_V3 } from "./id.ts";

/** Router, quoter, factory and pools of the deployment, with the citations that it gives for them. */
export const contracts = (deployment: Deployment): readonly AdapterContract[] =>
  namedAddresses(deployment)
    .filter(({ field }) => field.startsWith(`routes.${UNISWAP_V3}.`))
    .map(({ field, name, address }) => ({
      name,
      address,
      chainId: deployment.chainId,
      citation: deployment.citations[field] ?? `deployment ${deployment.name}, ${field}`,
    }));
